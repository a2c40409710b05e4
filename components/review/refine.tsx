"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "#components/ui/button.tsx";
import { Slider } from "#components/ui/slider.tsx";

export interface Refinement {
  readonly softnessPx: number;
  readonly colourMatch: number;
}

const mostSoftnessPx = 64;

interface RefineProps {
  readonly value: Refinement;
  readonly isChanged: boolean;
  readonly isBusy: boolean;
  readonly onChange: (value: Refinement) => void;
  readonly onApply: () => void;
}

/** How the result is joined with its original: decided again as often as one likes, on the finished picture. */
export function Refine({ value, isChanged, isBusy, onChange, onApply }: RefineProps) {
  const t = useTranslations("review.refine");
  const percent = Math.round(value.colourMatch * 100);
  return (
    <div className="grid gap-2">
      <LabelledSlider
        label={t("softness")}
        text={t("pixels", { count: value.softnessPx })}
        max={mostSoftnessPx}
        value={value.softnessPx}
        onValue={(softnessPx) => onChange({ ...value, softnessPx })}
      />
      <LabelledSlider
        label={t("colourMatch")}
        text={`${percent} %`}
        max={100}
        value={percent}
        onValue={(next) => onChange({ ...value, colourMatch: next / 100 })}
      />
      {isChanged && (
        <Button onClick={onApply} disabled={isBusy}>
          {isBusy ? t("applying") : t("apply")}
        </Button>
      )}
    </div>
  );
}

interface LabelledSliderProps {
  readonly label: string;
  readonly text: string;
  readonly max: number;
  readonly value: number;
  readonly onValue: (value: number) => void;
}

function LabelledSlider({ label, text, max, value, onValue }: LabelledSliderProps) {
  const id = useId();
  return (
    <div className="grid">
      <div className="flex justify-between text-xs">
        <label htmlFor={id} className="text-dim">
          {label}
        </label>
        <span>{text}</span>
      </div>
      <Slider id={id} min={0} max={max} value={value} onValue={onValue} aria-valuetext={text} className="w-full" />
    </div>
  );
}
