import { type ComponentProps, useState } from "react";
import { joinClasses } from "./join-classes.ts";

interface NumberBoxProps extends Omit<ComponentProps<"input">, "onChange" | "type" | "value"> {
  readonly value: number | undefined;
  /** Told only of whole numbers, not of what stands there half typed; undefined when emptied. */
  readonly onValue: (value: number | undefined) => void;
}

export function NumberBox({ value, onValue, className, onBlur, onKeyDown, ...rest }: NumberBoxProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      {...rest}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      value={typed ?? value ?? ""}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        if (text.trim() === "") onValue(undefined);
        else if (Number.isFinite(Number(text))) onValue(Number(text));
      }}
      onBlur={(event) => {
        setTyped(null);
        onBlur?.(event);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter") setTyped(null);
        onKeyDown?.(event);
      }}
      className={joinClasses(
        "h-control rounded-md border border-line bg-page px-2 text-ink enabled:hover:border-edge disabled:opacity-50 aria-invalid:border-danger",
        className,
      )}
    />
  );
}
