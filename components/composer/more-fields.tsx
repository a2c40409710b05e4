"use client";

import { ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { Field, Inputs } from "#lib/models/model.ts";
import { useComposerForm } from "./composer-context.ts";
import { FieldRow } from "./field-row.tsx";

/** Everything but words and pictures, folded; what was changed stands in the line that opens it. */
export function MoreFields({ fields }: { readonly fields: readonly Field[] }) {
  const t = useTranslations("composer");
  const locale = useLocale();
  const { typed, faults } = useComposerForm();
  if (fields.length === 0) return null;
  const changed = fields.filter(({ name }) => typed[name] !== undefined);
  const hasFault = fields.some(({ name }) => faults.some((fault) => fault.field === name));
  return (
    <details className="group grid gap-3" open={hasFault || undefined}>
      <summary className="flex min-h-6 items-center gap-1.5 rounded-md text-dim hover:text-ink pointer-coarse:min-h-11">
        <ChevronRight aria-hidden size={14} className="shrink-0 transition-transform group-open:rotate-90" />
        {t("more")}
        <span className="min-w-0 truncate text-xs text-faint">
          {changed.map((field) => `${field.label[locale]} ${shownValue(typed, field)}`).join(" · ")}
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

function shownValue(typed: Inputs, field: Field): string {
  const value = typed[field.name];
  if (field.kind === "toggle") return value === true ? "✓" : "✗";
  return String(value).slice(0, 20);
}
