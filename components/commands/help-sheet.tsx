"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Switch } from "#components/ui/switch.tsx";
import { factsOf, type ShortcutId, shortcutIds, shortcutPlaces } from "#lib/client/shortcuts/shortcut-list.ts";
import { keysOf, standardSettings } from "#lib/client/shortcuts/shortcut-settings.ts";
import { changeShortcuts, useChordText, useShortcutSettings } from "#lib/client/shortcuts/use-shortcuts.ts";
import { KeyRow } from "./key-row.tsx";
import { holdsWords } from "./search-items.ts";

const hands = ["space", "arrows", "line", "wheel", "drag", "turn", "fingers"] as const;

/** All keys, and the place where they are changed. */
export default function HelpSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations("shortcuts");
  const settings = useShortcutSettings();
  const switchId = useId();
  const chordText = useChordText();
  const [words, setWords] = useState("");
  const isFound = (text: string) => holdsWords(text, words);
  const textOf = (id: ShortcutId) => [t(`name.${id}`), ...keysOf(settings, id).map(chordText)].join(" ");
  const places = shortcutPlaces
    .map((place) => ({ place, ids: shortcutIds.filter((id) => factsOf(id).place === place && isFound(textOf(id))) }))
    .filter(({ ids }) => ids.length > 0);
  const shownHands = hands.filter((hand) => isFound(t(`hand.${hand}`)));
  return (
    <Dialog label={t("help")} onClose={onClose} className="w-[60rem]">
      <div className="flex h-[calc(100svh-2rem)] flex-col">
        <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2.5">
          <h2 className="text-md font-semibold">{t("help")}</h2>
          <input
            type="search"
            aria-label={t("findKey")}
            placeholder={t("findKey")}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            className="order-1 h-control min-w-0 basis-full rounded-md border border-line bg-page px-2.5 sm:order-none sm:flex-1 sm:basis-0"
          />
          <IconButton icon={X} label={t("close")} onClick={onClose} className="ml-auto sm:order-last sm:ml-0" />
          <span className="order-1 flex items-center gap-2 sm:order-none">
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
            <Button
              onClick={() => changeShortcuts({ ...standardSettings, areLettersOff: settings.areLettersOff })}
              className="order-1 sm:order-none"
            >
              {t("resetAll")}
            </Button>
          )}
        </header>
        <div className={joinClasses("min-h-0 flex-1 columns-1 gap-8 overflow-y-auto px-4 py-3", words.trim() === "" && "md:columns-2")}>
          {places.map(({ place, ids }) => (
            <section key={place} aria-label={t(`place.${place}`)} className="mb-6">
              <h3 className="mb-1 break-after-avoid font-semibold">{t(`place.${place}`)}</h3>
              <ul className="*:break-inside-avoid">
                {ids.map((id) => (
                  <KeyRow key={id} id={id} />
                ))}
              </ul>
            </section>
          ))}
          {shownHands.length > 0 && (
            <section aria-label={t("byHand")} className="mb-6 break-inside-avoid">
              <h3 className="mb-1 font-semibold">{t("byHand")}</h3>
              <ul className="grid gap-1 text-dim">
                {shownHands.map((hand) => (
                  <li key={hand}>{t(`hand.${hand}`)}</li>
                ))}
              </ul>
            </section>
          )}
          {places.length + shownHands.length === 0 && <p className="text-dim">{t("nothingFound")}</p>}
        </div>
      </div>
    </Dialog>
  );
}
