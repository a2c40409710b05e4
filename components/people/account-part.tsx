"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { SectionPanel } from "#components/ui/section-panel.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { hasKeptWork } from "#lib/client/kept-work.ts";
import { changePassword, rename } from "#lib/client/use-account.ts";
import { useAttempt } from "#lib/client/use-attempt.ts";
import { signOut } from "#lib/client/use-session.ts";
import { maxPasswordLetters, maxPersonNameLetters, minPasswordLetters, type Person } from "#lib/people-wire.ts";

interface AccountPartProps {
  readonly person: Person;
  readonly onChange: () => void;
}

export function AccountPart({ person, onChange }: AccountPartProps) {
  const t = useTranslations("people");
  const [name, setName] = useState(person.name);
  const [passwords, setPasswords] = useState({ current: "", next: "" });
  const [isLeaving, setLeaving] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const { isBusy, problem, attempt, faultOf, forget } = useAttempt();
  const isFieldFault = problem?.code === "invalid_input";

  const leave = () =>
    void attempt(async () => {
      if (await hasKeptWork()) setLeaving(true);
      else await signOut();
    });
  const keep = (work: () => Promise<void>) => (event: FormEvent) => {
    event.preventDefault();
    setSaved(false);
    void attempt(async () => {
      await work();
      setSaved(true);
    });
  };
  const keepName = keep(async () => {
    await rename(name);
    onChange();
  });
  const keepPassword = keep(async () => {
    await changePassword(passwords.current, passwords.next);
    setPasswords({ current: "", next: "" });
  });

  return (
    <SectionPanel title={t("account")}>
      <div className="flex flex-wrap items-center gap-3">
        <span className="wrap-anywhere">{t("signedInAs", { name: person.name, email: person.email })}</span>
        <StatusPill tone="calm">{t(`roles.${person.role}`)}</StatusPill>
        <span className="ml-auto">
          <Button disabled={isBusy || isLeaving} onClick={leave}>
            {t("signOut")}
          </Button>
        </span>
      </div>
      {isLeaving && (
        <Notice tone="calm" title={t("leaveTitle")}>
          <p>{t("leaveText")}</p>
          <div className="flex flex-wrap gap-2">
            <Button tone="primary" autoFocus disabled={isBusy} onClick={() => void attempt(signOut)}>
              {t("leaveAndClear")}
            </Button>
            <Button onClick={() => setLeaving(false)}>{t("stay")}</Button>
          </div>
        </Notice>
      )}
      <form onSubmit={keepName} className="grid items-end gap-3 sm:grid-cols-[1fr_auto]">
        <TextField
          label={t("name")}
          value={name}
          required
          autoComplete="name"
          maxLength={maxPersonNameLetters}
          fault={faultOf("name")}
          onText={setName}
        />
        <Button type="submit" disabled={isBusy || name.trim() === person.name}>
          {t("saveName")}
        </Button>
      </form>
      <form onSubmit={keepPassword} className="grid gap-3">
        {/* Keepers of passwords look here for whose it is. */}
        <input type="text" autoComplete="username" value={person.email} readOnly hidden />
        <div className="grid items-start gap-3 sm:grid-cols-2">
          <TextField
            label={t("currentPassword")}
            type="password"
            autoComplete="current-password"
            required
            value={passwords.current}
            fault={faultOf("current")}
            onText={(current) => setPasswords({ ...passwords, current })}
          />
          <TextField
            label={t("nextPassword")}
            type="password"
            autoComplete="new-password"
            required
            minLength={minPasswordLetters}
            maxLength={maxPasswordLetters}
            value={passwords.next}
            help={t("passwordHelp", { count: minPasswordLetters })}
            fault={faultOf("next")}
            onText={(next) => setPasswords({ ...passwords, next })}
          />
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" disabled={isBusy}>
            {t("changePassword")}
          </Button>
          <span role="status" className="text-xs text-dim">
            {isSaved && t("saved")}
          </span>
        </div>
      </form>
      {problem && !isFieldFault && <ProblemNotice problem={problem} onClose={forget} />}
    </SectionPanel>
  );
}
