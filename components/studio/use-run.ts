"use client";

import { useRef, useState } from "react";
import type { SendingRun } from "#components/history/history-items.ts";
import { type ClientError, toClientError } from "#lib/client/client-error.ts";
import { newKey } from "#lib/client/new-key.ts";
import { createSubmitter } from "#lib/client/submit-prediction.ts";
import { whenOnline } from "#lib/client/when-online.ts";
import type { FieldFault } from "#lib/errors.ts";
import type { Prediction, StartPrediction } from "#lib/wire.ts";

interface Run {
  readonly sending: readonly SendingRun[];
  readonly problem: ClientError | null;
  clearProblem(): void;
  /** Answers null where it could not be begun; the problem then stands in `problem`. */
  start(makeRequest: () => Promise<StartPrediction>, modelTitle: string, copy?: number): Promise<Prediction | null>;
}

/** Starts runs; each is visible from the press of the button, before the server has answered. */
export function useRun(onFaults: (faults: readonly FieldFault[]) => void): Run {
  const submitter = useRef(createSubmitter());
  const [sending, setSending] = useState<readonly SendingRun[]>([]);
  const [problem, setProblem] = useState<ClientError | null>(null);
  return {
    sending,
    problem,
    clearProblem: () => setProblem(null),
    async start(makeRequest, modelTitle, copy) {
      const id = newKey();
      setProblem(null);
      setSending((known) => [...known, { id, modelTitle }]);
      try {
        await whenOnline();
        return await submitter.current.submit(await makeRequest(), copy);
      } catch (failure) {
        const told = toClientError(failure);
        setProblem(told);
        if (told.faults.length > 0) onFaults(told.faults);
        return null;
      } finally {
        setSending((known) => known.filter((run) => run.id !== id));
      }
    },
  };
}
