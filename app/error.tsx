"use client";

import { useTranslations } from "next-intl";
import { Button, buttonClass } from "#components/ui/button.tsx";
import { FullPageNotice } from "#components/ui/full-page-notice.tsx";

interface ErrorPageProps {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

export default function ErrorPage({ reset }: ErrorPageProps) {
  const t = useTranslations("pages");
  return (
    <FullPageNotice title={t("errorTitle")} text={t("errorText")}>
      <Button tone="primary" onClick={reset}>
        {t("again")}
      </Button>
      {/* A whole new page, not a step within the one that broke. */}
      <a href="/" className={buttonClass()}>
        {t("toDesk")}
      </a>
    </FullPageNotice>
  );
}
