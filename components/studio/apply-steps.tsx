"use client";

import { useRouter } from "next/navigation";
import { onDemand } from "#lib/client/on-demand.tsx";
import { useRefreshReplays } from "#lib/client/use-replays.ts";
import type { ModelEntry } from "#lib/models/model.ts";
import type { Edit } from "#lib/wire.ts";

const ReplayDialog = onDemand(() => import("#components/replay/replay-dialog.tsx"));

interface ApplyStepsProps {
  readonly edit: Edit;
  readonly edits: readonly Edit[];
  readonly models: readonly ModelEntry[];
  readonly onClose: () => void;
}

/** Where one goes when steps were begun: here they are seen below the stage, one new project is opened, several are listed. */
export function ApplySteps({ edit, edits, models, onClose }: ApplyStepsProps) {
  const router = useRouter();
  const refresh = useRefreshReplays();
  return (
    <ReplayDialog
      edit={edit}
      edits={edits}
      models={models}
      onClose={onClose}
      onStarted={(replays, isHere) => {
        const [only, more] = replays;
        if (isHere) refresh(edit.projectId);
        if (isHere || !more) onClose();
        if (!isHere && only && !more) router.push(`/projects/${only.projectId}`);
      }}
    />
  );
}
