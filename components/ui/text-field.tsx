import { type ComponentProps, useId } from "react";
import { FieldFault } from "./field-fault.tsx";

interface TextFieldProps extends Omit<ComponentProps<"input">, "onChange" | "value" | "id" | "className"> {
  readonly label: string;
  /** Left out where the field keeps its text itself. */
  readonly value?: string;
  readonly help?: string | undefined;
  readonly fault?: string | undefined;
  readonly onText?: (text: string) => void;
}

/** A line of text with its name above it, and below it what it is for or what is wrong with it. */
export function TextField({ label, help, fault, onText, ...rest }: TextFieldProps) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-dim">
        {label}
      </label>
      <input
        {...rest}
        id={id}
        aria-invalid={fault === undefined ? undefined : true}
        aria-describedby={`${id}-help`}
        onChange={onText && ((event) => onText(event.currentTarget.value))}
        className="h-control w-full rounded-md border border-line bg-page px-2 text-ink enabled:hover:border-edge disabled:opacity-50 aria-invalid:border-danger"
      />
      <div id={`${id}-help`} className="grid gap-1 text-xs empty:hidden">
        {help && <p className="text-dim">{help}</p>}
        <FieldFault text={fault} />
      </div>
    </div>
  );
}
