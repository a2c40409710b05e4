import type { ReactNode } from "react";
import { joinClasses } from "./join-classes.ts";

export type StatusTone = "calm" | "good" | "caution";

const dots: Readonly<Record<StatusTone, string>> = { calm: "bg-accent-text", good: "bg-ok", caution: "bg-caution" };

export function StatusPill({
  tone,
  children,
}: {
  readonly tone: StatusTone;

  readonly children: ReactNode;
}) {
  return (
    <span className="inline-flex h-7 min-w-0 items-center gap-2 rounded-full border border-line bg-page px-3 text-xs whitespace-nowrap text-ink">
      <span aria-hidden className={joinClasses("size-2 shrink-0 rounded-full", dots[tone])} />
      <span className="truncate">{children}</span>
    </span>
  );
}
