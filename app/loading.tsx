import { getTranslations } from "next-intl/server";

export default async function Loading() {
  const t = await getTranslations("pages");
  return (
    <p role="status" className="grid min-h-svh place-items-center text-dim">
      {t("loading")}
    </p>
  );
}
