import { getTranslations } from "next-intl/server";
import { buttonClass } from "#components/ui/button.tsx";
import { FullPageNotice } from "#components/ui/full-page-notice.tsx";

export default async function NotFound() {
  const t = await getTranslations("pages");
  return (
    <FullPageNotice title={t("notFoundTitle")} text={t("notFoundText")}>
      <a href="/" className={buttonClass("primary")}>
        {t("toDesk")}
      </a>
    </FullPageNotice>
  );
}
