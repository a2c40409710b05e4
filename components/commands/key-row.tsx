"use client";

import { Plus, RotateCcw, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { readChord } from "#lib/client/shortcuts/chords.ts";
import { factsOf, type ShortcutId } from "#lib/client/shortcuts/shortcut-list.ts";
import { conflictsOf, keysOf, withKeys } from "#lib/client/shortcuts/shortcut-settings.ts";
import { changeShortcuts, useChordText, useShortcutSettings } from "#lib/client/shortcuts/use-shortcuts.ts";

/** One command with its keys: each can be taken away, a new one is given by pressing it. */
export function KeyRow({ id }: { readonly id: ShortcutId }) {
  const t = useTranslations("shortcuts");
  const settings = useShortcutSettings();
  const write = useChordText();
  const [isListening, setListening] = useState(false);
  const chords = settings.keys[id] ?? factsOf(id).keys;
  const active = keysOf(settings, id);
  const conflicts = conflictsOf(settings, id);
  const name = t(`name.${id}`);
  const setKeys = (next: readonly string[] | null) => changeShortcuts(withKeys(settings, id, next));

  return (
    <li className="grid gap-0.5 border-b border-line/60 py-1 last:border-0">
      <div className="flex min-h-8 flex-wrap items-center gap-x-2 gap-y-1">
        <span className="min-w-0 flex-1 text-dim">{name}</span>
        {chords.map((chord) => (
          <span
            key={chord}
            className={`inline-flex items-center rounded border border-line bg-page pl-2 text-xs ${active.includes(chord) ? "text-ink" : "text-faint line-through"}`}
          >
            {write(chord)}
            <IconButton
              small
              icon={X}
              label={t("takeAway", { key: write(chord), name })}
              onClick={() => setKeys(chords.filter((one) => one !== chord))}
            />
          </span>
        ))}
        {isListening ? (
          <KeyCatcher
            label={t("pressKey", { name })}
            onEnd={(chord) => {
              setListening(false);
              if (chord !== null && !chords.includes(chord)) setKeys([...chords, chord]);
            }}
          />
        ) : (
          <IconButton small icon={Plus} label={t("addKey", { name })} onClick={() => setListening(true)} />
        )}
        {settings.keys[id] && <IconButton small icon={RotateCcw} label={t("resetKey", { name })} onClick={() => setKeys(null)} />}
      </div>
      {conflicts.length > 0 && (
        <p role="status" className="text-xs text-caution">
          {t("conflict", { names: conflicts.map((other) => t(`name.${other}`)).join(", ") })}
        </p>
      )}
    </li>
  );
}

/** Waits for one chord; Escape or leaving gives up. */
function KeyCatcher({ label, onEnd }: { readonly label: string; readonly onEnd: (chord: string | null) => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <button
      ref={button}
      type="button"
      aria-label={label}
      onBlur={() => onEnd(null)}
      onKeyDown={(event) => {
        if (event.key === "Tab") return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === "Escape") return onEnd(null);
        const chord = readChord(event.nativeEvent);
        if (chord !== null) onEnd(chord);
      }}
      className="h-6 min-w-16 rounded border border-dashed border-accent-text px-2 text-xs text-accent-text"
    >
      …
    </button>
  );
}
