"use client";

import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";

/** Says why what others find here is missing. */
export function ViewerNote() {
  const t = useTranslations("ui");
  return (
    <p className="flex items-start gap-2 text-dim">
      <Eye aria-hidden size={16} className="mt-0.5 shrink-0" />
      {t("viewer")}
    </p>
  );
}
