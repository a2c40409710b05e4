"use client";

import { ListRestart, Pencil, Star, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Menu } from "#components/ui/menu.tsx";
import { useShortcutKeys } from "#lib/client/shortcuts/use-shortcuts.ts";
import type { Edit } from "#lib/wire.ts";
import type { EditActions } from "./edit-actions.ts";

interface EditMenuProps {
  readonly edit: Edit;
  readonly nameId: string;
  readonly isTabStop: boolean;
  readonly actions: EditActions;
}

/** What can be done to an edit, in the corner of its card. */
export function EditMenu({ edit, nameId, isTabStop, actions }: EditMenuProps) {
  const t = useTranslations("history");
  const keysOf = useShortcutKeys();
  return (
    <Menu
      label={t("menu")}
      describedBy={nameId}
      isTabStop={isTabStop}
      className="on-picture top-1.5 right-1.5 opacity-0 focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"
      items={[
        {
          icon: Star,
          label: t(edit.starred ? "unstar" : "star"),
          hint: keysOf("starEdit").text,
          onChoose: () => actions.star(edit),
        },
        { icon: Pencil, label: t("rename"), hint: keysOf("renameEdit").text, onChoose: () => actions.startNaming(edit) },
        ...(edit.kind === "upload"
          ? []
          : [{ icon: ListRestart, label: t("applySteps"), hint: keysOf("applySteps").text, onChoose: () => actions.startApplying(edit) }]),
        ...(actions.canRemove(edit)
          ? [{ icon: Trash2, label: t("delete"), hint: keysOf("deleteEdit").text, onChoose: () => actions.remove(edit) }]
          : []),
      ]}
    />
  );
}
