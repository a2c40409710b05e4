"use client";

import { CircleHelp, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { FieldFault } from "./field-fault.tsx";
import { IconButton } from "./icon-button.tsx";

interface FieldFrameProps {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly fault?: string | undefined;
  /** Present when the value differs from the default. */
  readonly onReset?: (() => void) | undefined;
  /** Stands at the right end of the label's line. */
  readonly aside?: ReactNode;
  /** True where the control is a group and names itself. */
  readonly isGroup?: boolean;
  readonly children: ReactNode;
}

export function helpId(id: string): string {
  return `${id}-help`;
}

/** Label, help, fault and reset of one control; the control points at `helpId(id)` for its description. */
export function FieldFrame({ id, label, help, fault, onReset, aside, isGroup, children }: FieldFrameProps) {
  const t = useTranslations("ui");
  const [isHelpOpen, setHelpOpen] = useState(false);
  return (
    <div className="grid gap-1.5">
      <div className="flex min-h-6 items-center gap-1">
        {isGroup ? (
          <span className="text-dim">{label}</span>
        ) : (
          <label htmlFor={id} className="text-dim">
            {label}
          </label>
        )}
        <IconButton
          small
          icon={CircleHelp}
          label={t("helpFor", { label })}
          aria-expanded={isHelpOpen}
          onClick={() => setHelpOpen(!isHelpOpen)}
          tone="faint"
        />
        {onReset && <IconButton small icon={RotateCcw} label={t("resetFor", { label })} onClick={onReset} tone="accent" />}
        {aside && <span className="ml-auto flex items-center">{aside}</span>}
      </div>
      {children}
      <div id={helpId(id)} className="grid gap-1 text-xs empty:hidden">
        <p className={isHelpOpen ? "text-dim" : "sr-only"}>{help}</p>
        <FieldFault text={fault} />
      </div>
    </div>
  );
}
