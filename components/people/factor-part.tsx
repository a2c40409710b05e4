"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { OnceShown } from "#components/ui/once-shown.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { SectionPanel } from "#components/ui/section-panel.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useSecondFactor } from "#lib/client/use-second-factor.ts";
import type { FactorKey } from "#lib/people-wire.ts";
import { ProofForm } from "./proof-form.tsx";
import { QrCode } from "./qr-code.tsx";
import { useProvedAttempt } from "./use-proved-attempt.ts";

interface FactorPartProps {
  readonly onAdded?: () => void;
}

/** A second factor: whether there is one, adding it with an app's first code, and taking it off again. */
export function FactorPart({ onAdded }: FactorPartProps) {
  const t = useTranslations("people");
  const { state, error, begin, confirm, remove } = useSecondFactor();
  const { isBusy, problem, attempt, faultOf, proof } = useProvedAttempt();
  const [key, setKey] = useState<FactorKey | null>(null);
  const [code, setCode] = useState("");
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const shown = problem ?? error;

  function submit(event: FormEvent): void {
    event.preventDefault();
    void attempt(async () => {
      setCodes(await confirm(code));
      setKey(null);
      setCode("");
      onAdded?.();
    });
  }

  return (
    <SectionPanel title={t("factor")}>
      <p className="text-xs text-dim">{t("factorHelp")}</p>
      {state && !key && (
        <div className="flex flex-wrap items-center gap-3">
          <StatusPill tone={state.isOn ? "good" : "calm"}>{t(state.isOn ? "factorOn" : "factorOff")}</StatusPill>
          {state.isOn && <span className="text-xs text-dim">{t("codesLeft", { count: state.codesLeft })}</span>}
          <span className="ml-auto">
            {state.isOn ? (
              <Button disabled={isBusy} onClick={() => void attempt(remove)}>
                {t("factorRemove")}
              </Button>
            ) : (
              <Button disabled={isBusy} onClick={() => void attempt(async () => setKey(await begin()))}>
                {t("factorAdd")}
              </Button>
            )}
          </span>
        </div>
      )}
      {key && (
        <form onSubmit={submit} className="grid gap-3">
          <div className="flex flex-wrap gap-4">
            <QrCode text={key.address} label={t("factorQr")} />
            <div className="grid min-w-0 flex-1 basis-64 content-start gap-3">
              <OnceShown label={t("factorKey")} text={key.secret} help={t("factorKeyHelp")} />
              <TextField
                label={t("factorFirst")}
                autoComplete="one-time-code"
                inputMode="numeric"
                required
                value={code}
                fault={faultOf("code")}
                onText={setCode}
              />
              <div className="flex flex-wrap gap-2">
                <Button type="submit" tone="primary" disabled={isBusy}>
                  {t("factorConfirm")}
                </Button>
                <Button tone="quiet" onClick={() => setKey(null)}>
                  {t("cancel")}
                </Button>
              </div>
            </div>
          </div>
        </form>
      )}
      {codes && (
        <Notice tone="good" title={t("codes")}>
          <ol className="grid gap-1 font-mono text-ink sm:grid-cols-2">
            {codes.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ol>
          <OnceShown label={t("codes")} text={codes.join(" ")} help={t("codesHelp")} />
        </Notice>
      )}
      {proof && <ProofForm {...proof} />}
      {shown && shown.code !== "invalid_input" && <ProblemNotice problem={shown} />}
    </SectionPanel>
  );
}
