/** Where the time between a gateway's end and the pixels on the screen goes: told by the gateway, the studio's log and the browser. */
import type { Page } from "@playwright/test";
import type { FakeGateway } from "#lib/testing/fake-gateway/fake-gateway.ts";
import type { Studio } from "#lib/testing/start-studio.ts";

export const stages = [
  "until a look saw it",
  "until the result was fetched from there",
  "until it was kept and its row was written",
  "until the browser knew",
  "until the browser had the picture",
  "until it was on the screen",
] as const;

export type Timeline = Readonly<Record<(typeof stages)[number], number>>;

interface Seen {
  readonly gateway: FakeGateway;
  readonly studio: Studio;
  readonly upstreamId: string;
  readonly endedMs: number;
  readonly shownMs: number;
}

export async function readTimeline(page: Page, { gateway, studio, upstreamId, endedMs, shownMs }: Seen): Promise<Timeline> {
  const asked = gateway.requests.filter(({ path }) => path.includes(upstreamId));
  const lookedMs = asked.findLast(({ call }) => call === "read")?.atMs;
  const fetchedMs = asked.findLast(({ call }) => call === "download")?.atMs;
  const storedMs = lastStored(studio.output());
  const requests = await page.evaluate(() =>
    (performance.getEntriesByType("resource") as PerformanceResourceTiming[]).map(({ name, startTime, responseEnd }) => ({
      name,
      fromMs: performance.timeOrigin + startTime,
      toMs: performance.timeOrigin + responseEnd,
    })),
  );
  const pictureMs = requests.findLast(({ name, fromMs }) => name.includes("/thumbnails/1536") && fromMs > endedMs)?.toMs;
  const knewMs = requests.find(({ name, toMs }) => name.includes("watch=") && toMs >= storedMs - 1)?.toMs;
  const moments = [endedMs, lookedMs, fetchedMs, storedMs, knewMs, pictureMs, shownMs].map((ms) => ms ?? Number.NaN);
  const times = stages.map((stage, at) => [stage, (moments[at + 1] ?? Number.NaN) - (moments[at] ?? Number.NaN)] as const);
  return Object.fromEntries(times) as unknown as Timeline;
}

/** When the studio wrote down that the last run was stored. */
function lastStored(output: string): number {
  const lines = output.split("\n").filter((line) => line.includes('"to":"stored"'));
  const { time } = JSON.parse(lines.at(-1) ?? "{}") as { readonly time?: string | number };
  return time === undefined ? Number.NaN : new Date(time).getTime();
}
