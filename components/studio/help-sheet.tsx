"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { factsOf, shortcutIds, shortcutPlaces } from "#lib/client/shortcuts/shortcut-list.ts";
import { standardSettings } from "#lib/client/shortcuts/shortcut-settings.ts";
import { changeShortcuts, useShortcutSettings } from "#lib/client/shortcuts/use-shortcuts.ts";
import { KeyRow } from "./key-row.tsx";

const hands = ["space", "arrows", "line", "wheel", "drag", "turn", "fingers"] as const;

/** All keys, and the place where they are changed. */
export default function HelpSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations("shortcuts");
  const settings = useShortcutSettings();
  const switchId = useId();
  return (
    <Dialog label={t("help")} onClose={onClose} className="w-[60rem]">
      <div className="flex max-h-[calc(100svh-2rem)] flex-col">
        <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2.5">
          <h2 className="flex-1 text-md font-semibold">{t("help")}</h2>
          <span className="flex items-center gap-2">
            <label htmlFor={switchId} className="text-dim">
              {t("lettersOff")}
            </label>
            <Switch
              id={switchId}
              checked={settings.areLettersOff}
              onChange={(areLettersOff) => changeShortcuts({ ...settings, areLettersOff })}
            />
          </span>
          {Object.keys(settings.keys).length > 0 && (
            <Button onClick={() => changeShortcuts({ ...standardSettings, areLettersOff: settings.areLettersOff })}>{t("resetAll")}</Button>
          )}
          <IconButton icon={X} label={t("close")} onClick={onClose} />
        </header>
        <div className="columns-1 gap-8 overflow-y-auto px-4 py-3 md:columns-2">
          {shortcutPlaces.map((place) => (
            <section key={place} aria-label={t(`place.${place}`)} className="mb-6">
              <h3 className="mb-1 break-after-avoid font-semibold">{t(`place.${place}`)}</h3>
              <ul className="*:break-inside-avoid">
                {shortcutIds
                  .filter((id) => factsOf(id).place === place)
                  .map((id) => (
                    <KeyRow key={id} id={id} />
                  ))}
              </ul>
            </section>
          ))}
          <section aria-label={t("byHand")} className="mb-6 break-inside-avoid">
            <h3 className="mb-1 font-semibold">{t("byHand")}</h3>
            <ul className="grid gap-1 text-dim">
              {hands.map((hand) => (
                <li key={hand}>{t(`hand.${hand}`)}</li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </Dialog>
  );
}
