"use client";

import { ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { Field } from "#lib/models/model.ts";
import { useComposerForm } from "./composer-context.ts";
import { FieldRow } from "./field-row.tsx";
import { summaryFields } from "./form-values.ts";

/** Everything but words and pictures, folded; the line that opens it says what will be sent. */
export function MoreFields({ fields }: { readonly fields: readonly Field[] }) {
  const t = useTranslations("composer");
  const locale = useLocale();
  const { typed, values, faults } = useComposerForm();
  if (fields.length === 0) return null;
  const hasFault = fields.some(({ name }) => faults.some((fault) => fault.field === name));

  function sentOf(field: Field): string {
    const value = values[field.name];
    if (field.kind === "toggle") return value === true ? "✓" : "✗";
    if (value === undefined) return t("random");
    return String(value).slice(0, 20);
  }

  const summary = summaryFields(fields, values, typed).map((field) => `${field.label[locale].toLowerCase()} ${sentOf(field)}`);
  return (
    <details className="group grid gap-3" open={hasFault || undefined}>
      <summary className="flex min-h-6 items-center gap-1.5 rounded-md text-dim hover:text-ink pointer-coarse:min-h-11">
        <ChevronRight aria-hidden size={14} className="shrink-0 transition-transform group-open:rotate-90" />
        {t("more")}
        <span className="min-w-0 truncate text-xs text-faint" title={summary.join(" · ")}>
          {summary.join(" · ")}
        </span>
      </summary>
      <div className="mt-3 grid gap-4">
        {fields.map((field) => (
          <FieldRow key={field.name} field={field} />
        ))}
      </div>
    </details>
  );
}
