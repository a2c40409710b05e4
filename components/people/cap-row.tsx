"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { NumberBox } from "#components/ui/number-box.tsx";
import { formatUsd } from "#lib/client/formats.ts";
import { mostCapUsd } from "#lib/money-wire.ts";

interface CapRowProps {
  readonly label: string;
  /** Null: no cap. */
  readonly mostUsd: number | null;
  /** What stands against it now, where that is one sum. */
  readonly heldUsd: number | null;
  readonly isBusy: boolean;
  readonly onSave: (mostUsd: number | null) => void;
}

/** One cap: an amount in dollars, or nothing. */
export function CapRow({ label, mostUsd, heldUsd, isBusy, onSave }: CapRowProps) {
  const t = useTranslations("people");
  const locale = useLocale();
  const id = useId();
  const [amount, setAmount] = useState<number | undefined>(mostUsd ?? undefined);
  const isRight = amount === undefined || (amount >= 0 && amount <= mostCapUsd);
  const isChanged = (amount ?? null) !== mostUsd;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isRight && isChanged) onSave(amount ?? null);
  }

  return (
    <form onSubmit={submit} className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <div className="grid min-w-0 flex-1 basis-48">
        <label htmlFor={id}>{label}</label>
        {heldUsd !== null && <span className="text-xs text-dim">{t("spending.heldNow", { price: formatUsd(locale, heldUsd) })}</span>}
      </div>
      <span className="flex items-center gap-2">
        <span aria-hidden className="text-dim">
          $
        </span>
        <NumberBox id={id} className="w-24" value={amount} placeholder={t("spending.noCap")} aria-invalid={!isRight} onValue={setAmount} />
        <Button type="submit" disabled={isBusy || !isChanged || !isRight} aria-label={t("spending.saveCap", { cap: label })}>
          {t("spending.save")}
        </Button>
      </span>
    </form>
  );
}
