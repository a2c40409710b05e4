/** Where the time between a gateway's end and the pixels on the screen goes: told by the gateway, the studio's log and the browser. */
import type { Page } from "@playwright/test";
import type { GatewayState } from "#lib/testing/fake-gateway/control.ts";
import type { Studio } from "#lib/testing/start-studio.ts";

export const stages = [
  "until a look saw it",
  "until the result was asked for there",
  "until the browser had it as it came",
  "until it was on the screen",
  "until it was kept, and its row was written",
] as const;

export type Timeline = Readonly<Record<(typeof stages)[number], number>>;

interface Seen {
  readonly gateway: GatewayState;
  readonly studio: Studio;
  readonly upstreamId: string;
  readonly endedMs: number;
  readonly shownMs: number;
}

/** Each stage from the one before; the last one, which goes on meanwhile, from the gateway's end. */
export async function readTimeline(page: Page, { gateway, studio, upstreamId, endedMs, shownMs }: Seen): Promise<Timeline> {
  const asked = gateway.requests.filter(({ path }) => path.includes(upstreamId));
  const lookedMs = asked.findLast(({ call }) => call === "read")?.atMs ?? Number.NaN;
  const fetchedMs = asked.findLast(({ call }) => call === "download")?.atMs ?? Number.NaN;
  const receivedMs = await page.evaluate(
    () =>
      (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
        .filter(({ name }) => name.endsWith("/glimpse"))
        .map(({ responseEnd }) => performance.timeOrigin + responseEnd)
        .at(-1) ?? Number.NaN,
  );
  const times = [
    lookedMs - endedMs,
    fetchedMs - lookedMs,
    receivedMs - fetchedMs,
    shownMs - receivedMs,
    lastStored(studio.output()) - endedMs,
  ];
  return Object.fromEntries(stages.map((stage, at) => [stage, times[at] ?? Number.NaN])) as unknown as Timeline;
}

/** When the studio wrote down that the last run was stored. */
function lastStored(output: string): number {
  const lines = output.split("\n").filter((line) => line.includes('"to":"stored"'));
  const { time } = JSON.parse(lines.at(-1) ?? "{}") as { readonly time?: string | number };
  return time === undefined ? Number.NaN : new Date(time).getTime();
}
