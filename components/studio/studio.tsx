"use client";

import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition, useEffect, useMemo, useState } from "react";
import { RemarksDeskProvider } from "#components/share/remarks-desk.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { FullPageNotice } from "#components/ui/full-page-notice.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { Rights } from "#lib/client/may-change.tsx";
import { Preloaded } from "#lib/client/preloaded.tsx";
import { useModels } from "#lib/client/use-models.ts";
import { useProject } from "#lib/client/use-project.ts";
import { type ModelsAnswer, type Project, type ProviderState, paths } from "#lib/wire.ts";
import { StudioShell } from "./studio-shell.tsx";
import { usePromptAhead } from "./use-early-prompt.ts";

/** Needs the browser (what was typed is kept there), so the server draws the shell alone. It is on its way while the shell is read. */
const room = typeof window === "undefined" ? null : import("./studio-room.tsx");

type Room = typeof import("./studio-room.tsx").StudioRoom;

interface StudioProps {
  readonly projectId: string;
  /** As the server read it; null where it could not. */
  readonly first: Project | null;
  readonly models: ModelsAnswer;
  readonly provider: ProviderState;
  readonly mayChange: boolean;
}

/** Brings what the room needs and shows the room once it is there. */
export function Studio({ projectId, first, models, provider, mayChange }: StudioProps) {
  const known = useMemo(
    () => ({ [paths.models]: models, [paths.provider]: provider, ...(first && { [paths.project(projectId)]: first }) }),
    [projectId, first, models, provider],
  );
  return (
    <Preloaded known={known}>
      <Rights mayChange={mayChange}>
        <StudioDoor projectId={projectId} mayChange={mayChange} />
      </Rights>
    </Preloaded>
  );
}

function useRoom(): Room | null {
  const [found, setFound] = useState<Room | null>(null);
  useEffect(() => {
    // A large room is put up in small steps, so that the page answers meanwhile.
    void room?.then(({ StudioRoom }) => startTransition(() => setFound(() => StudioRoom)));
  }, []);
  return found;
}

function StudioDoor({ projectId, mayChange }: Pick<StudioProps, "projectId" | "mayChange">) {
  const t = useTranslations("studio");
  usePromptAhead(mayChange);
  const editId = useSearchParams().get("edit");
  const { project, error, change, refresh } = useProject(projectId);
  const { models, error: modelsError } = useModels();
  const StudioRoom = useRoom();
  if (project && models && models.length > 0 && StudioRoom) {
    return (
      <RemarksDeskProvider>
        <StudioRoom project={project} models={models} cache={{ change, refresh }} />
      </RemarksDeskProvider>
    );
  }
  if (error?.code === "not_found") {
    return (
      <FullPageNotice title={t("missingTitle")} text={t("missingText")}>
        <ButtonLink href="/" tone="primary">
          {t("toDesk")}
        </ButtonLink>
      </FullPageNotice>
    );
  }
  const problem = error ?? modelsError;
  if (!problem || project) return <StudioShell project={project ?? null} editId={editId} />;
  return (
    <main className="grid min-h-svh place-items-center p-6">
      <h1 className="sr-only">{t("title")}</h1>
      <div className="max-w-lg">
        <ProblemNotice problem={problem} />
      </div>
    </main>
  );
}
