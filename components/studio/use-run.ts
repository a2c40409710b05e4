"use client";

import { useRef, useState } from "react";
import type { SendingRun } from "#components/history/history-items.ts";
import { type ClientError, toClientError } from "#lib/client/client-error.ts";
import { newKey } from "#lib/client/new-key.ts";
import { createSubmitter } from "#lib/client/submit-prediction.ts";
import type { Prediction, StartPrediction } from "#lib/wire.ts";

interface Run {
  readonly sending: readonly SendingRun[];
  readonly problem: ClientError | null;
  clearProblem(): void;
  start(request: StartPrediction, modelTitle: string): Promise<Prediction | null>;
}

/** Starts runs; each is visible from the press of the button, before the server has answered. */
export function useRun(): Run {
  const submitter = useRef(createSubmitter());
  const [sending, setSending] = useState<readonly SendingRun[]>([]);
  const [problem, setProblem] = useState<ClientError | null>(null);
  return {
    sending,
    problem,
    clearProblem: () => setProblem(null),
    async start(request, modelTitle) {
      const id = newKey();
      setProblem(null);
      setSending((known) => [...known, { id, modelTitle }]);
      try {
        return await submitter.current.submit(request);
      } catch (failure) {
        setProblem(toClientError(failure));
        return null;
      } finally {
        setSending((known) => known.filter((run) => run.id !== id));
      }
    },
  };
}
