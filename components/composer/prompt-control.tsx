"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { helpId } from "#components/ui/field-frame.tsx";
import { GrowingText } from "#components/ui/growing-text.tsx";
import { usePrompts } from "#lib/client/use-prompts.ts";
import type { Task, TextField } from "#lib/models/model.ts";
import { useComposerForm } from "./composer-context.ts";

interface PromptControlProps {
  readonly field: TextField;
  readonly id: string;
  readonly isFaulty: boolean;
}

const places = ["first", "second", "third"] as const;

/** The words: ↑ at their very beginning goes back through earlier ones, and examples of this mode stand below. */
export function PromptControl({ field, id, isFaulty }: PromptControlProps) {
  const t = useTranslations("composer");
  const { values, task, setValue } = useComposerForm();
  const value = values[field.name];
  const text = typeof value === "string" ? value : "";
  const [isWanted, setWanted] = useState(false);
  const { prompts = [] } = usePrompts({ search: "", savedOnly: false, isWanted });
  const [back, setBack] = useState<{ readonly at: number; readonly own: string } | null>(null);

  function step(event: KeyboardEvent<HTMLTextAreaElement>): void {
    const area = event.currentTarget;
    const isPlain = !event.nativeEvent.isComposing && !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isPlain || area.selectionStart !== area.selectionEnd) return;
    const isUp = event.key === "ArrowUp" && (area.selectionStart === 0 || back !== null);
    const isDown = event.key === "ArrowDown" && back !== null;
    if (!isUp && !isDown) return;
    const own = back?.own ?? text;
    const others = prompts.filter((prompt) => prompt.text !== own.trim());
    const at = (back?.at ?? -1) + (isUp ? 1 : -1);
    const chosen = at < 0 ? own : others[at]?.text;
    if (chosen === undefined) return;
    event.preventDefault();
    setBack(at < 0 ? null : { at, own });
    setValue(field.name, chosen);
  }

  return (
    <>
      <GrowingText
        id={id}
        value={text}
        aria-describedby={helpId(id)}
        aria-invalid={isFaulty}
        required
        spellCheck
        placeholder={t("promptPlaceholder")}
        onFocus={() => setWanted(true)}
        onKeyDown={step}
        onText={(typed) => {
          setBack(null);
          setValue(field.name, typed);
        }}
      />
      <Examples task={task} onPick={(example) => setValue(field.name, text.trim() === "" ? example : `${text.trim()}, ${example}`)} />
    </>
  );
}

function Examples({ task, onPick }: { readonly task: Task; readonly onPick: (example: string) => void }) {
  const t = useTranslations("composer");
  return (
    <ul aria-label={t("examples")} className="flex flex-wrap gap-1.5">
      {places.map((place) => {
        const example = t(`example.${task}.${place}`);
        return (
          <li key={place}>
            <button
              type="button"
              onClick={() => onPick(example)}
              className="inline-flex h-7 items-center rounded-full border border-line px-2.5 text-xs text-dim hover:border-edge hover:text-ink pointer-coarse:h-11"
            >
              {example}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
