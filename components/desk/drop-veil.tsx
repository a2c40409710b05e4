"use client";

import { useTranslations } from "next-intl";

export function DropVeil() {
  const t = useTranslations("desk");
  return (
    <div className="pointer-events-none fixed inset-3 z-40 grid place-items-center rounded-2xl border-2 border-dashed border-accent bg-glass">
      <p className="text-2xl font-semibold">{t("dropNow")}</p>
    </div>
  );
}
