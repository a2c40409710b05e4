"use client";

import { useId } from "react";
import type { Segment } from "#components/ui/segments.tsx";

const ratio = /^(\d+):(\d+)$/;

export function isRatioChoice(options: readonly string[]): boolean {
  return options.filter((option) => ratio.test(option)).length > options.length / 2;
}

interface RatioChoiceProps {
  readonly label: string;
  readonly describedBy: string;
  readonly value: string;
  readonly items: readonly Segment<string>[];
  readonly onChange: (value: string) => void;
}

/** Ratios are seen, not read: each is drawn as its own shape; an own size comes last. */
export function RatioChoice({ label, describedBy, value, items, onChange }: RatioChoiceProps) {
  const name = useId();
  const ordered = [...items].sort((left, right) => rankOf(left.value) - rankOf(right.value));
  return (
    <div role="radiogroup" aria-label={label} aria-describedby={describedBy} className="grid grid-cols-6 gap-1.5">
      {ordered.map((item) => (
        <label
          key={item.value}
          className="relative grid min-h-12 content-center justify-items-center gap-1 rounded-md border border-line px-1 text-2xs text-dim not-has-data-shape:col-span-3 not-has-data-shape:min-h-control hover:border-edge hover:text-ink has-checked:border-accent-text has-checked:bg-raised has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-text"
        >
          <input
            type="radio"
            name={name}
            className="absolute inset-0 appearance-none"
            checked={item.value === value}
            onChange={() => onChange(item.value)}
          />
          <RatioShape value={item.value} />
          {item.label}
        </label>
      ))}
    </div>
  );
}

function rankOf(value: string): number {
  if (value === "custom") return 2;
  return ratio.test(value) ? 1 : 0;
}

function RatioShape({ value }: { readonly value: string }) {
  const [, across, down] = ratio.exec(value) ?? [];
  if (!across || !down) return null;
  const scale = 16 / Math.max(Number(across), Number(down));
  const width = Math.max(5, Number(across) * scale);
  const height = Math.max(5, Number(down) * scale);
  return (
    <svg data-shape aria-hidden viewBox="0 0 20 20" className="size-5">
      <rect
        x={10 - width / 2}
        y={10 - height / 2}
        width={width}
        height={height}
        rx="1.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      />
    </svg>
  );
}
