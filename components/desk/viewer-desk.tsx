"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ViewerNote } from "#components/ui/viewer-note.tsx";

interface ViewerDeskProps {
  readonly header: ReactNode;
  readonly children: ReactNode;
}

/** The desk of somebody who only looks: the same projects, and nothing that takes pictures. */
export function ViewerDesk({ header, children }: ViewerDeskProps) {
  const t = useTranslations("desk");
  return (
    <div className="flex min-h-svh flex-col">
      {header}
      <main>
        <div className="mx-auto mt-8 w-full max-w-[1480px] px-4 sm:px-8 lg:px-12">
          <h1 className="sr-only">{t("projects")}</h1>
          <ViewerNote />
        </div>
        {children}
      </main>
    </div>
  );
}
