"use client";

import { useTranslations } from "next-intl";
import { Segments } from "#components/ui/segments.tsx";
import { useComposerForm } from "./composer-context.ts";
import { readVariants, variantsName } from "./run-plan.ts";

const items = [1, 2, 3, 4].map((value) => ({ value, label: String(value) }));

/** Several tries at once, for models that answer one picture a run. */
export function VariantsRow() {
  const t = useTranslations("composer");
  const { typed, setValue } = useComposerForm();
  return (
    <div className="grid gap-1.5">
      <span className="flex min-h-6 items-center text-dim">{t("variants")}</span>
      <Segments
        isPill
        label={t("variants")}
        value={readVariants(typed)}
        items={items}
        onChange={(count) => setValue(variantsName, count === 1 ? undefined : count)}
      />
    </div>
  );
}
