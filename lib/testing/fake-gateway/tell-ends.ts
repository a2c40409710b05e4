/** The calls by which the fake gateway says that a prediction is over, as often and as soon as its script says. */
import type { Upstream, UpstreamPrediction } from "./upstream.ts";

export interface Telling {
  readonly predictionId: string;
  readonly address: string;
  /** What was answered; null where nobody did. */
  readonly status: number | null;
}

export interface EndTeller {
  readonly tellings: readonly Telling[];
  /** Before its create is answered. */
  begin(prediction: UpstreamPrediction): Promise<void>;
  end(prediction: UpstreamPrediction): void;
  /** Looks which are over by now. */
  catchUp(): void;
  close(): Promise<void>;
}

interface Parts {
  readonly upstream: Upstream;
  readonly present: (prediction: UpstreamPrediction) => Promise<Record<string, unknown>>;
}

const lookAgainMs = 5;

export function createEndTeller({ upstream, present }: Parts): EndTeller {
  const tellings: Telling[] = [];
  const underWay = new Set<Promise<void>>();
  const timers = new Set<NodeJS.Timeout>();
  const closing = new AbortController();

  async function tell(prediction: UpstreamPrediction): Promise<void> {
    const { id: predictionId, webhook: address } = prediction;
    if (address === null) return;
    const body = JSON.stringify(await present(prediction));
    const headers = { "content-type": "application/json" };
    const answer = fetch(address, { method: "POST", headers, body, redirect: "manual", signal: closing.signal });
    const status = await answer.then(
      (response) => response.status,
      () => null,
    );
    tellings.push({ predictionId, address, status });
  }

  /** A timer may be a little early by another clock. */
  function lookIn(ms: number, prediction: UpstreamPrediction): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      upstream.see(prediction, false);
      if (prediction.completedAtMs === null) lookIn(lookAgainMs, prediction);
    }, ms);
    timers.add(timer.unref());
  }

  return {
    tellings,
    async begin(prediction) {
      const { script, webhook } = prediction;
      if (webhook === null) return;
      if (script.tells === "early") await tell(prediction);
      if (script.pace?.by === "time" && script.end !== "never") lookIn(script.pace.startingMs + script.pace.processingMs, prediction);
    },
    end(prediction) {
      const { tells = "once" } = prediction.script;
      const times = { once: 1, twice: 2, never: 0, early: 0 }[tells];
      for (let time = 0; time < times; time += 1) {
        const work = tell(prediction).finally(() => underWay.delete(work));
        underWay.add(work);
      }
    },
    catchUp() {
      const open = upstream.predictions.filter(({ webhook, completedAtMs }) => webhook !== null && completedAtMs === null);
      for (const prediction of open) upstream.see(prediction, false);
    },
    async close() {
      for (const timer of timers) clearTimeout(timer);
      closing.abort();
      await Promise.all(underWay);
    },
  };
}
