"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button, buttonClass } from "#components/ui/button.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useAttempt } from "#lib/client/use-attempt.ts";
import { proveWho, useSession } from "#lib/client/use-session.ts";
import { maxPasswordLetters, peoplePaths } from "#lib/people-wire.ts";

interface ProofFormProps {
  readonly onProved: () => void;
  readonly onCancel: () => void;
}

/** Asks somebody who is signed in for their password again, where they are, and then what they wanted goes on. */
export function ProofForm({ onProved, onCancel }: ProofFormProps) {
  const t = useTranslations("people");
  const { session } = useSession();
  const { isBusy, problem, attempt, faultOf, forget } = useAttempt();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const form = useRef<HTMLFormElement>(null);
  const person = session?.person;

  useEffect(() => form.current?.querySelector<HTMLInputElement>("[type=password]")?.focus(), []);

  function submit(event: FormEvent): void {
    event.preventDefault();
    void attempt(async () => {
      await proveWho(password, code.trim() === "" ? null : code);
      onProved();
    });
  }

  return (
    <form ref={form} onSubmit={submit} aria-label={t("proof")} className="grid gap-3 rounded-lg border border-line bg-page p-3">
      <p className="text-xs text-dim">{t("proofHelp")}</p>
      <input type="text" autoComplete="username" value={person?.email ?? ""} readOnly hidden />
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <TextField
          label={t("password")}
          type="password"
          autoComplete="current-password"
          required
          maxLength={maxPasswordLetters}
          value={password}
          fault={faultOf("password")}
          onText={setPassword}
        />
        {person?.hasFactor && (
          <TextField label={t("factorCode")} autoComplete="one-time-code" required value={code} fault={faultOf("code")} onText={setCode} />
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="primary" disabled={isBusy}>
          {t("prove")}
        </Button>
        {session?.provider && (
          // No link of the framework's: it leaves the studio.
          <a href={`${peoplePaths.signOn}?again=1&to=${encodeURIComponent(window.location.pathname)}`} className={buttonClass("plain")}>
            {t("signInWith", { provider: session.provider })}
          </a>
        )}
        <Button tone="quiet" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
      {problem && problem.code !== "invalid_input" && <ProblemNotice problem={problem} onClose={forget} />}
    </form>
  );
}
