/** Something that is asked of the server, which may want to know anew who asks: then it is asked again once that is shown. */
import { useState } from "react";
import { toClientError } from "#lib/client/client-error.ts";
import { useAttempt } from "#lib/client/use-attempt.ts";

export function useProvedAttempt() {
  const { attempt, ...rest } = useAttempt();
  const [waiting, setWaiting] = useState<{ readonly work: () => Promise<void> } | null>(null);

  async function attemptProved(work: () => Promise<void>): Promise<void> {
    setWaiting(null);
    await attempt(async () => {
      try {
        await work();
      } catch (failure) {
        if (toClientError(failure).code !== "proof_required") throw failure;
        setWaiting({ work });
      }
    });
  }

  return {
    ...rest,
    attempt: attemptProved,
    /** Null while nothing waits for it. */
    proof: waiting && { onProved: () => void attemptProved(waiting.work), onCancel: () => setWaiting(null) },
  };
}
