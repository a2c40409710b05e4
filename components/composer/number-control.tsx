"use client";

import { useLocale, useTranslations } from "next-intl";
import { helpId } from "#components/ui/field-frame.tsx";
import { NumberBox } from "#components/ui/number-box.tsx";
import { Segments } from "#components/ui/segments.tsx";
import { Slider } from "#components/ui/slider.tsx";
import type { NumberField } from "#lib/models/model.ts";
import { useComposerForm } from "./composer-context.ts";
import { highestOf } from "./form-values.ts";
import { isShortRange, nearestIn, sliderStep } from "./number-range.ts";

interface NumberControlProps {
  readonly field: NumberField;
  readonly id: string;
  readonly isFaulty: boolean;
}

export function NumberControl({ field, id, isFaulty }: NumberControlProps) {
  const t = useTranslations("composer");
  const locale = useLocale();
  const { values, setValue } = useComposerForm();
  const given = values[field.name];
  const value = typeof given === "number" ? given : undefined;
  const { min } = field;
  const max = highestOf(field, values);
  const set = (next: number | undefined) => setValue(field.name, next === undefined ? next : nearestIn(field, max, next));
  const box = { id, value, onValue: set, "aria-describedby": helpId(id), "aria-invalid": isFaulty };

  if (min === undefined || max === undefined || field.seed) {
    return <NumberBox {...box} placeholder={field.seed ? t("seedPlaceholder") : t("numberPlaceholder")} className="w-full" />;
  }
  if (isShortRange(field, max)) {
    const items = Array.from({ length: max - min + 1 }, (_, at) => ({ value: min + at, label: String(min + at) }));
    return <Segments isPill label={field.label[locale]} describedBy={helpId(id)} value={value} items={items} onChange={set} />;
  }
  return (
    <div className="flex items-center gap-3">
      <Slider
        aria-label={field.label[locale]}
        aria-describedby={helpId(id)}
        value={value ?? min}
        min={min}
        max={max}
        step={sliderStep(field, max)}
        onValue={set}
      />
      <NumberBox {...box} className="w-16 text-right" />
    </div>
  );
}
