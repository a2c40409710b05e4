/** Follows one prediction to its end by held requests; the loop has no timer of its own, so a test can play every answer. */
import { isTerminal } from "#lib/wire.ts";
import { ClientError } from "./client-error.ts";
import type { RunNews } from "./shared-wait.ts";

export interface WatchParts<News> {
  readonly ask: (id: string, after: number, signal: AbortSignal) => Promise<News>;
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly now: () => number;
}

const hurriedMs = 1000;

export function backOffMs(failures: number): number {
  return Math.min(30_000, 500 * 2 ** (failures - 1));
}

export async function watchPrediction<News extends RunNews>(
  start: Pick<News, "id" | "version">,
  onChange: (news: News) => void,
  { ask, pause, now }: WatchParts<News>,
  signal: AbortSignal,
): Promise<void> {
  let version = start.version;
  let failures = 0;
  while (!signal.aborted) {
    const askedAtMs = now();
    try {
      const seen = await ask(start.id, version, signal);
      if (signal.aborted) return;
      failures = 0;
      const isNews = seen.version > version || isTerminal(seen.status);
      version = Math.max(version, seen.version);
      if (isNews) onChange(seen);
      if (isTerminal(seen.status)) return;
      // An answer without news that came at once was not held: asking again at once would be a busy loop.
      if (!isNews && now() - askedAtMs < hurriedMs) await pause(hurriedMs, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof ClientError && error.code === "not_found") return;
      failures += 1;
      await pause(backOffMs(failures), signal);
    }
  }
}
