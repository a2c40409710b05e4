"use client";

import { useLocale, useTranslations } from "next-intl";
import { helpId } from "#components/ui/field-frame.tsx";
import { Segments } from "#components/ui/segments.tsx";
import { SelectBox } from "#components/ui/select-box.tsx";
import type { ChoiceField } from "#lib/models/model.ts";
import { useComposerForm } from "./composer-context.ts";
import { isRatioChoice, RatioChoice } from "./ratio-choice.tsx";

interface ChoiceControlProps {
  readonly field: ChoiceField;
  readonly id: string;
  readonly isFaulty: boolean;
}

const worded = ["match_input_image", "match_input", "custom"] as const;
const fewOptions = 4;

export function ChoiceControl({ field, id, isFaulty }: ChoiceControlProps) {
  const t = useTranslations("options");
  const locale = useLocale();
  const { values, setValue } = useComposerForm();
  const given = values[field.name];
  const value = typeof given === "string" ? given : field.default;
  const items = field.options.map((option) => {
    const word = worded.find((known) => known === option);
    return { value: option, label: word ? t(word) : option };
  });
  const label = field.label[locale];
  const set = (next: string) => setValue(field.name, next);
  if (isRatioChoice(field.options)) {
    return <RatioChoice label={label} describedBy={helpId(id)} value={value} items={items} onChange={set} />;
  }
  if (items.length <= fewOptions) return <Segments label={label} describedBy={helpId(id)} value={value} items={items} onChange={set} />;
  return (
    <SelectBox
      id={id}
      aria-label={label}
      aria-describedby={helpId(id)}
      aria-invalid={isFaulty}
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
    >
      {items.map((item) => (
        <option key={item.value} value={item.value}>
          {item.label}
        </option>
      ))}
    </SelectBox>
  );
}
