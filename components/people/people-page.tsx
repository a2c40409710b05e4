"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Notice } from "#components/ui/notice.tsx";
import { OnceShown } from "#components/ui/once-shown.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { SectionPanel } from "#components/ui/section-panel.tsx";
import { usePeople } from "#lib/client/use-people.ts";
import { peoplePaths } from "#lib/people-wire.ts";
import { AuditPart } from "./audit-part.tsx";
import { InvitePart } from "./invite-part.tsx";
import { OwnerPage } from "./owner-page.tsx";
import { PersonRow } from "./person-row.tsx";
import { ProofForm } from "./proof-form.tsx";
import { useProvedAttempt } from "./use-proved-attempt.ts";

/** Who is here, who may come, and what was done about it: for owners. */
export function PeoplePage({ ownId }: { readonly ownId: string }) {
  const t = useTranslations("people");
  const { people, invitations, error, change, handOver, takeFactorOff, makeWayBack, invite, revoke } = usePeople();
  const { isBusy, problem, attempt, forget, proof } = useProvedAttempt();
  const [wayBack, setWayBack] = useState<string | null>(null);
  const [handedOver, setHandedOver] = useState<number | null>(null);
  return (
    <OwnerPage title={t("peopleTitle")}>
      {error && <ProblemNotice problem={error} />}
      <SectionPanel title={t("people")}>
        {!people && !error && <p role="status">{t("loading")}</p>}
        <ul className="grid gap-3">
          {people?.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              isYou={person.id === ownId}
              isBusy={isBusy}
              onChange={(to) => void attempt(() => change(person.id, to))}
              onHandOver={() => void attempt(async () => setHandedOver(await handOver(person.id)))}
              onFactorOff={() => void attempt(() => takeFactorOff(person.id))}
              onWayBack={() =>
                void attempt(async () => {
                  const { token } = await makeWayBack(person.id);
                  setWayBack(`${window.location.origin}${peoplePaths.wayBackPage(token)}`);
                })
              }
            />
          ))}
        </ul>
        {proof && <ProofForm {...proof} />}
        {wayBack && <OnceShown key={wayBack} label={t("address")} text={wayBack} help={t("wayBackOnce")} />}
        {handedOver !== null && <Notice tone="good" title={t("handedOver", { count: handedOver })} />}
        {problem && <ProblemNotice problem={problem} onClose={forget} details={problem.faults.map(({ message }) => message)} />}
      </SectionPanel>
      <InvitePart invitations={invitations} onInvite={invite} onRevoke={revoke} />
      <AuditPart />
    </OwnerPage>
  );
}
