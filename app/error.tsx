"use client";

import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "#components/ui/button.tsx";
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
      <ButtonLink href="/">{t("toDesk")}</ButtonLink>
    </FullPageNotice>
  );
}
