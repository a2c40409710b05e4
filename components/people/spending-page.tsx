"use client";

import { ArrowLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { useSpending } from "#lib/client/use-spending.ts";
import { peoplePaths } from "#lib/people-wire.ts";
import { CapsPart } from "./caps-part.tsx";
import { HouseParts } from "./house-parts.tsx";
import { OpenRunsPart } from "./open-runs-part.tsx";
import { SpentPart } from "./spent-part.tsx";

const usualDays = 30;

/** What was spent, what may be, and how the installation stands: for owners. */
export function SpendingPage() {
  const t = useTranslations("people");
  const [days, setDays] = useState(usualDays);
  const { spending, error, setCap, settle } = useSpending(days);
  return (
    <main className="mx-auto grid w-full max-w-3xl gap-4 px-4 py-8">
      <div className="flex flex-wrap items-center gap-2">
        <ButtonLink href="/settings" tone="quiet">
          <ArrowLeft aria-hidden size={16} />
          {t("toSettings")}
        </ButtonLink>
        <h1 className="text-xl font-semibold tracking-tight">{t("spending.title")}</h1>
        {spending && spending.people.length > 0 && (
          <ButtonLink href={peoplePaths.peoplePage} tone="quiet" className="ml-auto">
            {t("people")}
          </ButtonLink>
        )}
      </div>
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
    </main>
  );
}
