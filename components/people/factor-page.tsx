"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { signOut, useSession } from "#lib/client/use-session.ts";
import { FactorPart } from "./factor-part.tsx";

/** Where everybody needs a second factor, those who have none add it here before they see anything else. */
export function FactorPage({ to }: { readonly to: string }) {
  const t = useTranslations("people");
  const { session } = useSession();
  const [isAdded, setAdded] = useState(false);
  return (
    <main className="mx-auto grid w-full max-w-3xl gap-4 px-4 py-8">
      <h1 className="text-xl font-semibold tracking-tight">{t("factorPageTitle")}</h1>
      <p className="text-dim">{t("factorPageLead", { email: session?.person?.email ?? "" })}</p>
      <FactorPart onAdded={() => setAdded(true)} />
      <div className="flex flex-wrap gap-2">
        {isAdded && (
          // A new page, so that nothing that was refused until now is remembered.
          <Button tone="primary" onClick={() => window.location.assign(to)}>
            {t("goOn")}
          </Button>
        )}
        <Button tone="quiet" onClick={() => void signOut()}>
          {t("signOut")}
        </Button>
      </div>
    </main>
  );
}
