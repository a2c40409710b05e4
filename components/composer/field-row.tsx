"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { FieldFrame, helpId } from "#components/ui/field-frame.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { useFaultText } from "#lib/client/use-fault-text.ts";
import type { Field } from "#lib/models/model.ts";
import { ChoiceControl } from "./choice-control.tsx";
import { useComposerForm } from "./composer-context.ts";
import { MaskControl } from "./mask-control.tsx";
import { NumberControl } from "./number-control.tsx";
import { PictureControl } from "./picture-control.tsx";
import { PromptHistory } from "./prompt-history.tsx";
import { TextControl } from "./text-control.tsx";

/** One field of a model: its name, help, fault and reset around the control its kind asks for. */
export function FieldRow({ field }: { readonly field: Field }) {
  const t = useTranslations("composer");
  const locale = useLocale();
  const id = useId();
  const { typed, faults, setValue, values } = useComposerForm();
  const faultText = useFaultText();
  const fault = faults.find((one) => one.field === field.name);
  const isPrompt = field.kind === "text" && field.required;
  const isSlot = field.kind === "picture" || field.kind === "mask";
  const isChanged = typed[field.name] !== undefined && !isPrompt && !isSlot;
  const words = values[field.name];
  const needs = { text: t("needText"), picture: t("needPicture"), mask: t("needMask") };
  const neededBy = ({ kind }: Field) => (kind === "text" || kind === "picture" || kind === "mask" ? needs[kind] : "");
  return (
    <FieldFrame
      id={id}
      label={field.label[locale]}
      help={field.help[locale]}
      fault={fault && ((fault.rule === "required" && neededBy(field)) || faultText(fault))}
      onReset={isChanged ? () => setValue(field.name, undefined) : undefined}
      isGroup={isSlot || field.kind === "choice"}
      aside={
        isPrompt ? (
          <PromptHistory text={typeof words === "string" ? words : ""} onPick={(text) => setValue(field.name, text)} />
        ) : (
          field.kind === "toggle" && (
            <Switch
              id={id}
              checked={values[field.name] === true}
              describedBy={helpId(id)}
              onChange={(isOn) => setValue(field.name, isOn)}
            />
          )
        )
      }
    >
      <Control field={field} id={id} isFaulty={fault !== undefined} />
    </FieldFrame>
  );
}

interface ControlProps {
  readonly field: Field;
  readonly id: string;
  readonly isFaulty: boolean;
}

function Control({ field, id, isFaulty }: ControlProps) {
  switch (field.kind) {
    case "text":
      return <TextControl field={field} id={id} isFaulty={isFaulty} />;
    case "integer":
    case "number":
      return <NumberControl field={field} id={id} isFaulty={isFaulty} />;
    case "choice":
      return <ChoiceControl field={field} id={id} isFaulty={isFaulty} />;
    case "picture":
      return <PictureControl field={field} isFaulty={isFaulty} />;
    case "mask":
      return <MaskControl field={field} isFaulty={isFaulty} />;
    case "toggle":
      return null;
  }
}
