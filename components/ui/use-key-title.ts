import { useTranslations } from "next-intl";
import type { ShortcutId } from "#lib/client/shortcuts/shortcut-list.ts";
import { useShortcutKeys } from "#lib/client/shortcuts/use-shortcuts.ts";

/** A tooltip that ends with the command's key as it stands now, where it has one. */
export function useKeyTitle(): (label: string, id: ShortcutId) => string {
  const t = useTranslations("ui");
  const keysOf = useShortcutKeys();
  return (label, id) => {
    const { text } = keysOf(id);
    return text === "" ? label : t("withKey", { label, key: text });
  };
}
