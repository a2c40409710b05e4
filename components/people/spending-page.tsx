"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { useSpending } from "#lib/client/use-spending.ts";
import { peoplePaths } from "#lib/people-wire.ts";
import { CapsPart } from "./caps-part.tsx";
import { HouseParts } from "./house-parts.tsx";
import { OpenRunsPart } from "./open-runs-part.tsx";
import { OwnerPage } from "./owner-page.tsx";
import { SpentPart } from "./spent-part.tsx";

const usualDays = 30;

/** What was spent, what may be, and how the installation stands: for owners. */
export function SpendingPage() {
  const t = useTranslations("people");
  const [days, setDays] = useState(usualDays);
  const { spending, error, setCap, settle } = useSpending(days);
  return (
    <OwnerPage
      title={t("spending.title")}
      aside={
        spending &&
        spending.people.length > 0 && (
          <ButtonLink href={peoplePaths.peoplePage} tone="quiet" className="ml-auto">
            {t("people")}
          </ButtonLink>
        )
      }
    >
      {error && <ProblemNotice problem={error} />}
      {!spending && !error && <p role="status">{t("loading")}</p>}
      {spending && (
        <>
          <SpentPart spending={spending} days={days} onDays={setDays} />
          <OpenRunsPart spending={spending} onSettle={settle} />
          <CapsPart spending={spending} onCap={setCap} />
          <HouseParts spending={spending} />
        </>
      )}
    </OwnerPage>
  );
}
