"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { ProgressLine } from "#components/ui/progress-line.tsx";
import { useReplay } from "#lib/client/use-replays.ts";
import type { Replay } from "#lib/replay-wire.ts";
import { progressOf } from "./replay-progress.ts";

/** Several pictures, each a project of its own by now: how far they are, and the way there. */
export function BegunList({ begun }: { readonly begun: readonly Replay[] }) {
  const t = useTranslations("replay");
  return (
    <div className="grid gap-3 overflow-y-auto px-4 py-3">
      <p className="text-xs text-dim">{t("goesOn")}</p>
      <ul className="grid gap-3">
        {begun.map((replay) => (
          <BegunRow key={replay.id} begun={replay} />
        ))}
      </ul>
    </div>
  );
}

function BegunRow({ begun }: { readonly begun: Replay }) {
  const t = useTranslations("replay");
  const replay = useReplay(begun);
  const { done, count } = progressOf(replay);
  const { name, projectId, status } = replay;
  return (
    <li className="grid gap-1">
      <div className="flex items-baseline gap-3">
        <Link href={`/projects/${projectId}`} className="min-w-0 flex-1 truncate text-accent-text underline underline-offset-2">
          {name}
        </Link>
        <span className="text-xs text-dim">{status === "running" ? t("progress", { done, count }) : t(`status.${status}`)}</span>
      </div>
      <ProgressLine label={name} fraction={done / count} />
    </li>
  );
}
