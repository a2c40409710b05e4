"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { LanguageSwitch } from "#components/ui/language-switch.tsx";
import { Mark } from "#components/ui/mark.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { toClientError } from "#lib/client/client-error.ts";
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
  /** What is sent beside the fields. */
  readonly along?: Readonly<Record<string, string>>;
  /** A password is chosen here. */
  readonly isNew?: boolean;
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
export function EntryPage({ title, lead, action, path, fields, email = null, along = {}, isNew = false, children }: EntryPageProps) {
  const t = useTranslations("people");
  const app = useTranslations("app");
  const { isBusy, problem, attempt, faultOf, forget } = useAttempt();
  const isListening = useListening();
  const [wantsCode, setWantsCode] = useState(false);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = event.currentTarget;
    // Read from the fields themselves: a keeper of passwords may have filled them in before any script ran.
    const readField = (field: EntryField | "factor") => form.querySelector<HTMLInputElement>(`[data-field="${field}"]`)?.value ?? "";
    void attempt(async () => {
      const written = Object.fromEntries(fields.map((field) => [field, readField(field)]));
      try {
        await enter(path, { ...written, ...along, ...(wantsCode ? { code: readField("factor") } : {}) });
      } catch (failure) {
        if (toClientError(failure).code !== "code_required") throw failure;
        return setWantsCode(true);
      }
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
        {wantsCode && (
          <TextField
            label={t("factorCode")}
            help={t("factorCodeHelp")}
            autoComplete="one-time-code"
            required
            autoFocus
            data-field="factor"
          />
        )}
        <Button tone="primary" type="submit" disabled={isBusy || !isListening}>
          {isBusy ? t("busy") : action}
        </Button>
        {problem && <ProblemNotice problem={problem} onClose={forget} />}
        {children}
      </form>
    </main>
  );
}
