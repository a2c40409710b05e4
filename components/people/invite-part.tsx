"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { OnceShown } from "#components/ui/once-shown.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { SectionPanel } from "#components/ui/section-panel.tsx";
import { SelectBox } from "#components/ui/select-box.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useAttempt } from "#lib/client/use-attempt.ts";
import { type Invitation, type MadeInvitation, maxEmailLetters, peoplePaths, type Role, roles } from "#lib/people-wire.ts";

interface InvitePartProps {
  readonly invitations: readonly Invitation[] | undefined;
  readonly onInvite: (role: Role, email: string | null) => Promise<MadeInvitation>;
  readonly onRevoke: (id: string) => Promise<void>;
}

export function InvitePart({ invitations, onInvite, onRevoke }: InvitePartProps) {
  const t = useTranslations("people");
  const locale = useLocale();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("editor");
  const [made, setMade] = useState<string | null>(null);
  const { isBusy, problem, attempt, faultOf, forget } = useAttempt();
  const roleId = useId();
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });

  function submit(event: FormEvent): void {
    event.preventDefault();
    void attempt(async () => {
      const { token } = await onInvite(role, email.trim() === "" ? null : email);
      setMade(`${window.location.origin}${peoplePaths.invitedPage(token)}`);
      setEmail("");
    });
  }

  return (
    <SectionPanel title={t("invite")}>
      <p className="text-xs text-dim">
        {t("inviteHelp")} {t("inviteEmailHelp")}
      </p>
      <form onSubmit={submit} className="grid items-end gap-3 sm:grid-cols-[1fr_auto_auto]">
        <TextField
          label={t("inviteEmail")}
          type="email"
          autoComplete="off"
          maxLength={maxEmailLetters}
          value={email}
          fault={faultOf("email")}
          onText={setEmail}
        />
        <div className="grid gap-1.5">
          <label htmlFor={roleId} className="text-dim">
            {t("inviteRole")}
          </label>
          <SelectBox id={roleId} value={role} onChange={({ currentTarget }) => setRole(roles[currentTarget.selectedIndex] ?? "viewer")}>
            {roles.map((one) => (
              <option key={one} value={one}>
                {[t(`roles.${one}`), t(`roleHelp.${one}`)].join(": ")}
              </option>
            ))}
          </SelectBox>
        </div>
        <Button type="submit" tone="primary" disabled={isBusy}>
          {t("makeInvitation")}
        </Button>
      </form>
      {made && <OnceShown key={made} label={t("address")} text={made} help={t("inviteOnce")} />}
      {problem && problem.code !== "invalid_input" && <ProblemNotice problem={problem} onClose={forget} />}
      {invitations && invitations.length > 0 && (
        <>
          <h3 className="font-medium">{t("openInvitations")}</h3>
          <ul className="grid gap-2">
            {invitations.map((invitation) => {
              const who = invitation.email ?? t("anybody");
              return (
                <li key={invitation.id} className="flex min-h-control flex-wrap items-center gap-3">
                  <span className="wrap-anywhere">{who}</span>
                  <StatusLine role={invitation.role} until={day.format(new Date(invitation.expiresAt))} />
                  <span className="ml-auto">
                    <Button
                      disabled={isBusy}
                      aria-label={t("revokeInvitation", { who })}
                      onClick={() => void attempt(() => onRevoke(invitation.id))}
                    >
                      {t("revoke")}
                    </Button>
                  </span>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </SectionPanel>
  );
}

function StatusLine({ role, until }: { readonly role: Role; readonly until: string }) {
  const t = useTranslations("people");
  return (
    <span className="text-xs text-dim">
      {t(`roles.${role}`)} · {t("until", { when: until })}
    </span>
  );
}
