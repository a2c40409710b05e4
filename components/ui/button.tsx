import type { ComponentProps } from "react";
import { joinClasses } from "./join-classes.ts";

export type ButtonTone = "primary" | "plain" | "quiet";

const shape =
  "inline-flex h-control min-w-control items-center justify-center gap-2 rounded-md px-3 font-medium whitespace-nowrap transition-colors disabled:opacity-50";

const tones: Readonly<Record<ButtonTone, string>> = {
  primary: "bg-accent text-accent-ink enabled:hover:bg-accent-hover [a&]:hover:bg-accent-hover",
  plain: "border border-line bg-raised text-ink enabled:hover:border-edge [a&]:hover:border-edge",
  quiet: "text-dim enabled:hover:bg-raised enabled:hover:text-ink [a&]:hover:bg-raised [a&]:hover:text-ink",
};

export function buttonClass(tone: ButtonTone = "plain", extra?: string): string {
  return joinClasses(shape, tones[tone], extra);
}

export interface Tone {
  readonly tone?: ButtonTone;
}

export function Button({ tone, className, ...rest }: ComponentProps<"button"> & Tone) {
  return <button type="button" {...rest} className={buttonClass(tone, className)} />;
}
