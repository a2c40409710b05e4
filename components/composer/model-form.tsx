"use client";

import { ArrowUpDown, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { visibleFields } from "#lib/models/form.ts";
import type { Field, ModelEntry } from "#lib/models/model.ts";
import { useComposerForm } from "./composer-context.ts";
import { FieldRow } from "./field-row.tsx";
import { MoreFields } from "./more-fields.tsx";
import { answersSeveral } from "./run-plan.ts";
import { VariantsRow } from "./variants-row.tsx";

export interface Fold {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/**
 * The form of a model, drawn from its fields and nothing else: pictures first, then words, the rest folded; while a result is looked at
 * the words alone stay in sight. Where the one picture is the one on the stage it need not be chosen: words come first, then the
 * mask in a line, and the picture's slot last.
 */
export function ModelForm({ entry, fold }: { readonly entry: ModelEntry; readonly fold: Fold | null }) {
  const t = useTranslations("composer");
  const { values } = useComposerForm();
  const shown = visibleFields(entry, values);
  const slots = shown.filter((field) => isSlot(field) && isFirst(field, entry));
  const words = shown.filter((field) => field.kind === "text" && field.required);
  const quick = shown.filter((field) => isQuick(field, entry));
  const rest = shown.filter((field) => ![...slots, ...words, ...quick].includes(field));
  const isOnStage = entry.task === "fill" || entry.task === "edit";
  const masks = isOnStage ? slots.filter(({ kind }) => kind === "mask") : [];
  const pictures = <Slots fields={slots.filter((field) => !masks.includes(field))} />;
  const isWhole = fold === null || fold.isOpen;
  return (
    <>
      {isWhole && !isOnStage && pictures}
      {[...words, ...(isWhole ? [...masks, ...quick] : [])].map((field) => (
        <FieldRow key={field.name} field={field} />
      ))}
      {fold && (
        <button
          type="button"
          aria-expanded={fold.isOpen}
          onClick={fold.onToggle}
          className="flex min-h-6 items-center gap-1.5 justify-self-start rounded-md text-dim hover:text-ink pointer-coarse:min-h-11"
        >
          <ChevronRight aria-hidden size={14} className={joinClasses("shrink-0 transition-transform", fold.isOpen && "rotate-90")} />
          {t("wholeForm", { model: entry.title })}
        </button>
      )}
      {isWhole && !answersSeveral(entry) && <VariantsRow />}
      {isWhole && <MoreFields fields={rest} />}
      {isWhole && isOnStage && pictures}
    </>
  );
}

function Slots({ fields }: { readonly fields: readonly Field[] }) {
  const t = useTranslations("composer");
  const { values, setValue } = useComposerForm();
  const [first, second] = fields;
  const isPair = fields.length === 2 && first?.kind === "picture" && second?.kind === "picture";
  const firstValue = first && values[first.name];
  const secondValue = second && values[second.name];
  return (
    <>
      {fields.map((field) => (
        <FieldRow key={field.name} field={field} />
      ))}
      {isPair && (
        <Button
          tone="quiet"
          className="-my-2 justify-self-start px-2"
          disabled={firstValue === undefined || secondValue === undefined}
          onClick={() => {
            setValue(first.name, secondValue);
            setValue(second.name, firstValue);
          }}
        >
          <ArrowUpDown aria-hidden size={14} />
          {t("swap")}
        </Button>
      )}
    </>
  );
}

function isSlot(field: Field): boolean {
  return field.kind === "picture" || field.kind === "mask";
}

/** A picture that only flavours words is a detail; one that is changed is the matter itself. */
function isFirst(field: Field, entry: ModelEntry): boolean {
  return field.required === true || entry.task !== "generate";
}

/** Shape and number decide what one gets, so nobody should have to look for them. */
function isQuick(field: Field, entry: ModelEntry): boolean {
  return (field.name === "aspect_ratio" && entry.task === "generate") || field.name === "num_outputs";
}
