"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { setProjectPrivate } from "#lib/client/project-actions.ts";
import { useAttempt } from "#lib/client/use-attempt.ts";
import { useProject } from "#lib/client/use-project.ts";
import { useSession } from "#lib/client/use-session.ts";
import type { Project } from "#lib/wire.ts";

/** Where people are asked who they are: whether the others see this project, for whoever made it to say. */
export function TeamSight({ project }: { readonly project: Project }) {
  const t = useTranslations("share.team");
  const { session } = useSession();
  const { change } = useProject(project.id);
  const { problem, attempt, forget } = useAttempt();
  const [switchId, helpId] = [useId(), useId()];
  const own = session?.person ?? null;
  if (own === null) return null;
  if (project.madeBy !== own.id) return <p className="border-b border-line pb-3 text-xs text-dim">{t("seen")}</p>;

  const say = (isSeen: boolean) =>
    attempt(async () => {
      const { isPrivate } = await setProjectPrivate(project.id, !isSeen);
      await change((known) => ({ ...known, isPrivate }));
    });
  return (
    <div className="grid gap-2 border-b border-line pb-3">
      <div className="flex items-center gap-2">
        <label htmlFor={switchId} className="min-w-0 flex-1">
          {t("label")}
        </label>
        <Switch id={switchId} checked={!project.isPrivate} describedBy={helpId} onChange={(isSeen) => void say(isSeen)} />
      </div>
      <p id={helpId} className="text-xs text-dim">
        {t(project.isPrivate ? "private" : "seen")}
      </p>
      {problem && <ProblemNotice problem={problem} onClose={forget} />}
    </div>
  );
}
