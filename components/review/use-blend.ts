"use client";

import { useState } from "react";
import type { BlendRequest } from "#lib/client/blend-edit.ts";
import { type ClientError, toClientError } from "#lib/client/client-error.ts";
import type { Refinement } from "./refine.tsx";

/** Nothing more than the stored result has: it came with its colours matched. */
export const firstRefinement: Refinement = { softnessPx: 0, colourMatch: 0 };

interface Blend {
  readonly refinement: Refinement;
  readonly isChanged: boolean;
  readonly isBusy: boolean;
  readonly problem: ClientError | null;
  clearProblem(): void;
  setRefinement(value: Refinement): void;
  send(request: BlendRequest): Promise<void>;
}

/** One result's refinement, while it is thought about and while it is on its way. */
export function useBlend(onBlend: (request: BlendRequest) => Promise<void>): Blend {
  const [refinement, setRefinement] = useState(firstRefinement);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ClientError | null>(null);
  return {
    ...{ refinement, isBusy, problem, setRefinement },
    isChanged: refinement.softnessPx !== firstRefinement.softnessPx || refinement.colourMatch !== firstRefinement.colourMatch,
    clearProblem: () => setProblem(null),
    async send(request) {
      setBusy(true);
      setProblem(null);
      try {
        await onBlend(request);
      } catch (failure) {
        setProblem(toClientError(failure));
      } finally {
        setBusy(false);
      }
    },
  };
}
