import { useId } from "react";
import { joinClasses } from "./join-classes.ts";

export interface Segment<Value extends string | number> {
  readonly value: Value;
  readonly label: string;
}

interface SegmentsProps<Value extends string | number> {
  readonly label: string;
  readonly value: Value | undefined;
  readonly items: readonly Segment<Value>[];
  readonly describedBy?: string;
  readonly isPill?: boolean;
  /** Only the chosen one has a frame: for rows that stand in a frame of their own. */
  readonly isBare?: boolean;
  readonly onChange: (value: Value) => void;
}

/** A few choices of which all can be seen: radio buttons drawn as a row. */
export function Segments<Value extends string | number>({
  label,
  value,
  items,
  describedBy,
  isPill,
  isBare,
  onChange,
}: SegmentsProps<Value>) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      aria-describedby={describedBy}
      className={joinClasses("flex flex-wrap", isBare ? "justify-center gap-0.5" : "gap-1.5")}
    >
      {items.map((item) => (
        <label
          key={item.value}
          className={joinClasses(
            "relative inline-flex h-7 min-w-8 items-center justify-center border px-2.5 text-xs has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-text pointer-coarse:h-11 pointer-coarse:min-w-11",
            isPill ? "rounded-full" : "rounded-md",
            item.value === value ? "border-edge bg-raised text-ink" : "text-dim hover:border-edge hover:text-ink",
            item.value !== value && (isBare ? "border-transparent" : "border-line"),
          )}
        >
          <input
            type="radio"
            name={name}
            className="absolute inset-0 appearance-none"
            checked={item.value === value}
            onChange={() => onChange(item.value)}
          />
          {item.label}
        </label>
      ))}
    </div>
  );
}
