"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Switch } from "#components/ui/switch.tsx";
import { formatUsd } from "#lib/client/formats.ts";
import type { PlannedStep } from "#lib/replay-wire.ts";

interface StepListProps {
  readonly steps: readonly PlannedStep[];
  readonly off: ReadonlySet<number>;
  readonly titleOf: (model: string) => string;
  readonly onSwitch: (index: number, isOn: boolean) => void;
}

/** What will be done, in its order, each step with what it costs and what becomes of its places. */
export function StepList({ steps, off, titleOf, onSwitch }: StepListProps) {
  const t = useTranslations("replay");
  return (
    <ol aria-label={t("steps")} className="grid divide-y divide-line rounded-lg border border-line">
      {steps.map((step, index) => (
        <StepRow
          key={step.editId}
          step={step}
          number={index + 1}
          isOff={off.has(index)}
          hangsOn={step.needs !== null && off.has(step.needs) ? step.needs + 1 : null}
          titleOf={titleOf}
          onSwitch={(isOn) => onSwitch(index, isOn)}
        />
      ))}
    </ol>
  );
}

interface StepRowProps extends Pick<StepListProps, "titleOf"> {
  readonly step: PlannedStep;
  readonly number: number;
  readonly isOff: boolean;
  /** The step that is left out and would have to be done for this one. */
  readonly hangsOn: number | null;
  readonly onSwitch: (isOn: boolean) => void;
}

function StepRow({ step, number, isOff, hangsOn, titleOf, onSwitch }: StepRowProps) {
  const t = useTranslations("replay");
  const locale = useLocale();
  const [switchId, notesId] = [useId(), useId()];
  const { name, does, model, seed, priceUsd, area, reusedIds, problem } = step;
  const how = does === "run" ? titleOf(model ?? "") : t(`does.${does}`);
  const cost = priceUsd === 0 ? t("free") : priceUsd === null ? t("costUnknown") : formatUsd(locale, priceUsd);
  const notes = [
    problem && t(`problem.${problem}`),
    !problem && hangsOn !== null && t("hangsOn", { number: hangsOn }),
    area && t(`area.${area}`),
    reusedIds.length > 0 && t("reused", { count: reusedIds.length }),
  ].filter((note) => typeof note === "string");
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-x-3 px-3 py-2">
      <span className="pt-0.5 text-dim tabular-nums">{number}</span>
      <div className={joinClasses("grid min-w-0 gap-0.5", isOff && "text-dim")}>
        <label htmlFor={switchId} className="wrap-anywhere">
          {name}
        </label>
        <p className="text-xs text-dim">{[how, seed !== null && t("seed", { seed: String(seed) }), cost].filter(Boolean).join(" · ")}</p>
        {notes.length > 0 && (
          <p id={notesId} className="text-xs text-dim">
            {notes.join(" ")}
          </p>
        )}
      </div>
      {problem === null && hangsOn === null && (
        <Switch id={switchId} checked={!isOff} {...(notes.length > 0 ? { describedBy: notesId } : {})} onChange={onSwitch} />
      )}
    </li>
  );
}
