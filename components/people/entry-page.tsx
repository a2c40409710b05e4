"use client";

import { useTranslations } from "next-intl";
import type { FormEvent, ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { LanguageSwitch } from "#components/ui/language-switch.tsx";
import { Mark } from "#components/ui/mark.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useAttempt } from "#lib/client/use-attempt.ts";
import { enter, placeToGo } from "#lib/client/use-session.ts";
import { maxEmailLetters, maxPasswordLetters, maxPersonNameLetters, minPasswordLetters } from "#lib/people-wire.ts";
import { useListening } from "./use-listening.ts";

export type EntryField = "code" | "name" | "email" | "password";

interface EntryPageProps {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly path: string;
  readonly fields: readonly EntryField[];
  readonly email?: string | null;
  /** Other ways in. */
  readonly children?: ReactNode;
}

const kinds = {
  code: { type: "text", autoComplete: "off", maxLength: 200 },
  name: { type: "text", autoComplete: "name", maxLength: maxPersonNameLetters },
  email: { type: "email", autoComplete: "username", maxLength: maxEmailLetters },
  password: { type: "password", autoComplete: "new-password", maxLength: maxPasswordLetters },
} as const satisfies Record<EntryField, unknown>;

/** The ways into a studio that asks who is there: one form, one button, and then where one wanted to go. */
export function EntryPage({ title, lead, action, path, fields, email = null, children }: EntryPageProps) {
  const t = useTranslations("people");
  const app = useTranslations("app");
  const { isBusy, problem, attempt, faultOf, forget } = useAttempt();
  const isListening = useListening();
  const isNew = fields.includes("name");

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = event.currentTarget;
    // Read from the fields themselves: a keeper of passwords may have filled them in before any script ran.
    const readField = (field: EntryField) => form.querySelector<HTMLInputElement>(`[data-field="${field}"]`)?.value ?? "";
    void attempt(async () => {
      await enter(path, Object.fromEntries(fields.map((field) => [field, readField(field)])));
      // A new page, so that nothing that was asked for before signing in is remembered as refused.
      window.location.assign(placeToGo(window.location.search));
      await new Promise(() => undefined);
    });
  }

  return (
    <main className="grid min-h-svh place-items-center p-4">
      <form onSubmit={submit} className="grid w-full max-w-sm gap-4 rounded-lg border border-line bg-panel p-6">
        <div className="flex items-center gap-3">
          <Mark />
          <span className="flex-1 font-semibold">{app("name")}</span>
          <LanguageSwitch />
        </div>
        <div className="grid gap-1">
          <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
          <p className="text-dim">{lead}</p>
        </div>
        {fields.map((field) => (
          <TextField
            key={field}
            label={t(field)}
            {...kinds[field]}
            {...(field === "password" ? (isNew ? { minLength: minPasswordLetters } : { autoComplete: "current-password" }) : {})}
            required
            readOnly={field === "email" && email !== null}
            data-field={field}
            defaultValue={field === "email" ? (email ?? "") : ""}
            help={field === "password" && isNew ? t("passwordHelp", { count: minPasswordLetters }) : undefined}
            fault={faultOf(field)}
          />
        ))}
        <Button tone="primary" type="submit" disabled={isBusy || !isListening}>
          {isBusy ? t("busy") : action}
        </Button>
        {problem && <ProblemNotice problem={problem} onClose={forget} />}
        {children}
      </form>
    </main>
  );
}
