"use client";

import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import type { ClientError } from "#lib/client/client-error.ts";
import type { Prediction } from "#lib/wire.ts";
import { RunNotice } from "./run-notice.tsx";
import type { useStudio } from "./use-studio.ts";

interface StudioNoticeProps {
  readonly studio: ReturnType<typeof useStudio>;
  readonly problem: ClientError | null;
  /** Both null for a run the form cannot ask for again. */
  readonly againOf: (run: Prediction) => (() => void) | null;
  readonly reuseOf: (run: Prediction) => (() => void) | null;
  readonly onCloseProblem: () => void;
}

/** What stands over the stage: something that did not work, else how the run ended that one asked about. */
export function StudioNotice({ studio, problem, againOf, reuseOf, onCloseProblem }: StudioNoticeProps) {
  const { shownRun } = studio;
  const again = shownRun ? againOf(shownRun) : null;
  const runAgain = () => {
    studio.showRun(null);
    again?.();
  };
  if (problem) return <ProblemNotice problem={problem} onClose={onCloseProblem} />;
  return (
    shownRun && (
      <RunNotice prediction={shownRun} onAgain={again && runAgain} onReuse={reuseOf(shownRun)} onClose={() => studio.showRun(null)} />
    )
  );
}
