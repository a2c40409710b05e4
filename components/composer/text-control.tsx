"use client";

import { useTranslations } from "next-intl";
import { helpId } from "#components/ui/field-frame.tsx";
import { GrowingText } from "#components/ui/growing-text.tsx";
import type { TextField } from "#lib/models/model.ts";
import { useComposerForm } from "./composer-context.ts";
import { PromptControl } from "./prompt-control.tsx";

interface TextControlProps {
  readonly field: TextField;
  readonly id: string;
  readonly isFaulty: boolean;
}

export function TextControl({ field, id, isFaulty }: TextControlProps) {
  const t = useTranslations("composer");
  const { values, setValue } = useComposerForm();
  const value = values[field.name];
  const text = typeof value === "string" ? value : "";
  const shared = {
    id,
    value: text,
    "aria-describedby": helpId(id),
    "aria-invalid": isFaulty,
    required: field.required === true,
    spellCheck: field.long === true,
  };
  if (field.required) return <PromptControl field={field} id={id} isFaulty={isFaulty} />;
  if (field.long) {
    return <GrowingText {...shared} placeholder={t("promptPlaceholder")} onText={(typed) => setValue(field.name, typed)} />;
  }
  return (
    <input
      {...shared}
      type="text"
      onChange={(event) => setValue(field.name, event.currentTarget.value || undefined)}
      className="h-control w-full rounded-md border border-line bg-page px-3 hover:border-edge aria-invalid:border-danger"
    />
  );
}
