import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/ui/button.tsx";
import { FullPageNotice } from "#components/ui/full-page-notice.tsx";

export default async function NotFound() {
  const t = await getTranslations("pages");
  return (
    <FullPageNotice title={t("notFoundTitle")} text={t("notFoundText")}>
      <ButtonLink href="/" tone="primary">
        {t("toDesk")}
      </ButtonLink>
    </FullPageNotice>
  );
}
