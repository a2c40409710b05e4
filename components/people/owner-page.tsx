"use client";

import { ArrowLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";

interface OwnerPageProps {
  readonly title: string;
  /** Beside the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** What a page for owners stands in: the way back to the settings, its name, its parts below each other. */
export function OwnerPage({ title, aside, children }: OwnerPageProps) {
  const t = useTranslations("people");
  return (
    <main className="mx-auto grid w-full max-w-3xl gap-4 px-4 py-8">
      <div className="flex flex-wrap items-center gap-2">
        <ButtonLink href="/settings" tone="quiet">
          <ArrowLeft aria-hidden size={16} />
          {t("toSettings")}
        </ButtonLink>
        <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
        {aside}
      </div>
      {children}
    </main>
  );
}
