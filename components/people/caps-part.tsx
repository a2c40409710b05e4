"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { SectionPanel } from "#components/ui/section-panel.tsx";
import { SelectBox } from "#components/ui/select-box.tsx";
import { useAttempt } from "#lib/client/use-attempt.ts";
import { type Cap, capPeriods, type Spending } from "#lib/money-wire.ts";
import { CapRow } from "./cap-row.tsx";

interface CapsPartProps {
  readonly spending: Spending;
  readonly onCap: (cap: Pick<Cap, "holder" | "period">, mostUsd: number | null) => Promise<void>;
}

/** The team's caps, what each person may spend, and what one person may spend instead. */
export function CapsPart({ spending, onCap }: CapsPartProps) {
  const t = useTranslations("people");
  const { caps, held, people } = spending;
  const { isBusy, problem, attempt, forget } = useAttempt();
  const [chosen, setChosen] = useState("");
  const personId = useId();
  const capped = people.filter(({ id }) => id === chosen || caps.some(({ holder }) => holder === id));
  const row = (holder: string, name: string | null, period: Cap["period"], heldUsd: number | null) => {
    const cap = caps.find((one) => one.holder === holder && one.period === period);
    const whose = holder === "team" ? "team" : holder === "each" ? "each" : "own";
    const label = t(`spending.caps.${whose}.${period}`, { name: name ?? "" });
    return (
      <CapRow
        key={`${holder} ${period}`}
        label={label}
        mostUsd={cap?.mostUsd ?? null}
        heldUsd={heldUsd}
        isBusy={isBusy}
        onSave={(mostUsd) => void attempt(() => onCap({ holder, period }, mostUsd))}
      />
    );
  };
  return (
    <SectionPanel title={t("spending.capsTitle")}>
      <p className="text-xs text-dim">{t("spending.capsHelp")}</p>
      <div className="grid gap-3">
        {capPeriods.map((period) => row("team", null, period, held[period]))}
        {people.length > 0 && capPeriods.map((period) => row("each", null, period, null))}
        {capped.flatMap(({ id, name }) => capPeriods.map((period) => row(id, name, period, null)))}
      </div>
      {people.length > capped.length && (
        <div className="flex flex-wrap items-center gap-3">
          <label htmlFor={personId} className="text-dim">
            {t("spending.ownCap")}
          </label>
          <SelectBox id={personId} value="" onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
            <option value="">{t("spending.choosePerson")}</option>
            {people
              .filter((person) => !capped.includes(person))
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </SelectBox>
        </div>
      )}
      {problem && <ProblemNotice problem={problem} onClose={forget} details={problem.faults.map(({ message }) => message)} />}
    </SectionPanel>
  );
}
