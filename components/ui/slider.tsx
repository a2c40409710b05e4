import type { ComponentProps, CSSProperties } from "react";
import { joinClasses } from "./join-classes.ts";

interface SliderProps extends Omit<ComponentProps<"input">, "onChange" | "type" | "value" | "min" | "max"> {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onValue: (value: number) => void;
}

export function Slider({ value, min, max, onValue, className, ...rest }: SliderProps) {
  const share = max > min ? (Math.min(Math.max(value, min), max) - min) / (max - min) : 0;
  return (
    <input
      {...rest}
      type="range"
      min={min}
      max={max}
      value={value}
      onChange={(event) => onValue(event.currentTarget.valueAsNumber)}
      className={joinClasses("slider min-w-0 flex-1 disabled:opacity-50 pointer-coarse:h-11", className)}
      style={{ "--filled": `${share * 100}%` } as CSSProperties}
    />
  );
}
