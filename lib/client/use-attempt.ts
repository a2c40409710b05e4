import { useState } from "react";
import { type ClientError, toClientError } from "./client-error.ts";
import { useFaultText } from "./use-fault-text.ts";

/** Something that is asked of the server once at a time, and what came of it. */
export function useAttempt() {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ClientError | null>(null);
  const faultText = useFaultText();

  async function attempt(work: () => Promise<void>): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    await work().catch((failure: unknown) => setProblem(toClientError(failure)));
    setBusy(false);
  }

  /** What is wrong with one field, if anything is. */
  function faultOf(field: string): string | undefined {
    const fault = problem?.faults.find((one) => one.field === field);
    return fault && faultText(fault);
  }

  return { isBusy, problem, attempt, faultOf, forget: () => setProblem(null) };
}
