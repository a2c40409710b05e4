import { CircleAlert, CircleCheck, Info } from "lucide-react";
import type { ReactNode } from "react";
import { joinClasses } from "./join-classes.ts";

type NoticeTone = "bad" | "good" | "calm";

const looks = {
  bad: { icon: CircleAlert, color: "text-danger", edge: "border-danger/50" },
  good: { icon: CircleCheck, color: "text-ok", edge: "border-line" },
  calm: { icon: Info, color: "text-dim", edge: "border-line" },
} as const satisfies Record<NoticeTone, unknown>;

interface NoticeProps {
  readonly tone: NoticeTone;
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
}

export function Notice({ tone, title, aside, children }: NoticeProps) {
  const { icon: Icon, color, edge } = looks[tone];
  return (
    <div role={tone === "bad" ? "alert" : undefined} className={joinClasses("flex gap-2.5 rounded-lg border bg-page p-3 text-left", edge)}>
      <Icon aria-hidden size={16} className={joinClasses("mt-0.5 shrink-0", color)} />
      <div className="grid min-w-0 flex-1 gap-1.5">
        <div className="flex items-start gap-2">
          <p className="min-w-0 flex-1 font-medium wrap-anywhere">{title}</p>
          {aside}
        </div>
        {children && <div className="grid gap-1.5 text-xs text-dim wrap-anywhere">{children}</div>}
      </div>
    </div>
  );
}
