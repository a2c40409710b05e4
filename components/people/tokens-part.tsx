"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { OnceShown } from "#components/ui/once-shown.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { SectionPanel } from "#components/ui/section-panel.tsx";
import { SelectBox } from "#components/ui/select-box.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { useAccessTokens } from "#lib/client/use-account.ts";
import { useAgo } from "#lib/client/use-ago.ts";
import { type AccessToken, maxPersonNameLetters, tokenScopes } from "#lib/people-wire.ts";
import { ProofForm } from "./proof-form.tsx";
import { useProvedAttempt } from "./use-proved-attempt.ts";

/** In days; 0 is until somebody revokes it. */
const lastings = [30, 365, 0] as const;

export function TokensPart() {
  const t = useTranslations("people");
  const { tokens, error, make, revoke } = useAccessTokens();
  const { isBusy, problem, attempt, faultOf, proof } = useProvedAttempt();
  const [name, setName] = useState("");
  const [scope, setScope] = useState<(typeof tokenScopes)[number]>("run");
  const [days, setDays] = useState<(typeof lastings)[number]>(365);
  const [secret, setSecret] = useState<string | null>(null);
  const [scopeId, daysId] = [useId(), useId()];

  function submit(event: FormEvent): void {
    event.preventDefault();
    void attempt(async () => {
      const made = await make(name, scope, days === 0 ? null : days);
      setSecret(made.token);
      setName("");
    });
  }

  const shown = problem ?? error;
  return (
    <SectionPanel title={t("tokens")}>
      <p className="text-xs text-dim">{t("tokensHelp")}</p>
      {tokens?.length === 0 && <p className="text-dim">{t("noTokens")}</p>}
      <ul className="grid gap-2 empty:hidden">
        {tokens?.map((token) => (
          <TokenRow key={token.id} token={token} isBusy={isBusy} onRevoke={() => void attempt(() => revoke(token.id))} />
        ))}
      </ul>
      <form onSubmit={submit} className="grid items-end gap-3 sm:grid-cols-[1fr_auto_auto_auto]">
        <TextField
          label={t("tokenName")}
          required
          value={name}
          maxLength={maxPersonNameLetters}
          fault={faultOf("name")}
          onText={setName}
          autoComplete="off"
        />
        <div className="grid gap-1.5">
          <label htmlFor={scopeId} className="text-dim">
            {t("scope")}
          </label>
          <SelectBox
            id={scopeId}
            value={scope}
            onChange={({ currentTarget }) => setScope(tokenScopes[currentTarget.selectedIndex] ?? "read")}
          >
            {tokenScopes.map((one) => (
              <option key={one} value={one}>
                {t(`scopes.${one}`)}
              </option>
            ))}
          </SelectBox>
        </div>
        <div className="grid gap-1.5">
          <label htmlFor={daysId} className="text-dim">
            {t("lasts")}
          </label>
          <SelectBox id={daysId} value={days} onChange={({ currentTarget }) => setDays(lastings[currentTarget.selectedIndex] ?? 30)}>
            {lastings.map((one) => (
              <option key={one} value={one}>
                {t(`lastings.${one}`)}
              </option>
            ))}
          </SelectBox>
        </div>
        <Button type="submit" disabled={isBusy}>
          {t("makeToken")}
        </Button>
      </form>
      {proof && <ProofForm {...proof} />}
      {secret && <OnceShown key={secret} label={t("tokens")} text={secret} help={t("tokenOnce")} />}
      {shown && shown.code !== "invalid_input" && <ProblemNotice problem={shown} />}
    </SectionPanel>
  );
}

interface TokenRowProps {
  readonly token: AccessToken;
  readonly isBusy: boolean;
  readonly onRevoke: () => void;
}

function TokenRow({ token, isBusy, onRevoke }: TokenRowProps) {
  const t = useTranslations("people");
  const agoAt = useAgo();
  const nowMs = useNow(false);
  const ago = (iso: string) => agoAt(iso, nowMs);
  const used = token.usedAt === null ? t("unused") : t("used", { when: ago(token.usedAt) });
  return (
    <li className="flex min-h-control flex-wrap items-center gap-3">
      <span className="wrap-anywhere">{token.name}</span>
      <span className="text-xs text-dim">{t("tokenFacts", { scope: t(`scopes.${token.scope}`), made: ago(token.createdAt), used })}</span>
      <span className="ml-auto">
        <Button disabled={isBusy} aria-label={t("revokeNamed", { name: token.name })} onClick={onRevoke}>
          {t("revoke")}
        </Button>
      </span>
    </li>
  );
}
