/**
 * What a first visit costs: JavaScript on the wire (brotli, as a proxy in front would send it), largest paint, blocked time on a
 * processor four times slower (what tasks after the first paint take beyond 50 ms), and what jumps. What the page brings ahead
 * once it has come to rest is told apart. An empty page of the same framework carries about 113 KiB.
 */
import { brotliCompressSync } from "node:zlib";
import type { Browser, Page, Response } from "@playwright/test";
import { startStudio } from "#lib/testing/start-studio.ts";
import { createPictureProject } from "./bench-client.ts";
import { openBrowser } from "./browser.ts";
import { median } from "./figures.ts";

interface Visit {
  readonly scriptKib: number;
  readonly aheadKib: number;
  readonly paintMs: number;
  readonly blockedMs: number;
  readonly shift: number;
}

interface PageToVisit {
  readonly path: string;
  /** Everything the page is for can be done. */
  readonly isThere: (page: Page) => Promise<unknown>;
}

interface Seen {
  firstPaintMs: number;
  paintMs: number;
  readonly tasks: { readonly startMs: number; readonly endMs: number }[];
  shift: number;
}

const visits = 5;
const slowdown = 4;
/** A task blocks for what it takes beyond this. */
const shortTaskMs = 50;
/** By then what is brought ahead is there. */
const restMs = 5000;

const studio = await startStudio();
const browser = await openBrowser();
try {
  const projectId = (await createPictureProject(studio.origin, 1200, 800)).id;
  const prompt = (page: Page) => page.getByRole("textbox", { name: "Prompt", exact: true }).waitFor();
  const pages: Readonly<Record<string, PageToVisit>> = {
    "desk, limit 135 KiB": { path: "/", isThere: (page) => page.waitForResponse((answer) => answer.url().endsWith("/api/provider")) },
    "studio, limit 195 KiB": { path: `/projects/${projectId}`, isThere: prompt },
    "studio, painting": { path: `/projects/${projectId}?mode=fill`, isThere: (page) => page.getByRole("application").waitFor() },
  };
  console.log(`  medians of ${visits} visits, processor slowed ${slowdown}×`);
  for (const [name, visited] of Object.entries(pages)) {
    const seen: Visit[] = [];
    while (seen.length < visits) seen.push(await visit(browser, studio.origin, visited));
    const middle = (of: (visit: Visit) => number) => median(seen.map(of));
    const figures = [
      `scripts ${middle(({ scriptKib }) => scriptKib).toFixed(1)} KiB, ahead ${middle(({ aheadKib }) => aheadKib).toFixed(0)}`,
      `largest paint ${middle(({ paintMs }) => paintMs).toFixed(0)} ms`,
      `blocked ${middle(({ blockedMs }) => blockedMs).toFixed(0)} ms`,
      `layout shift ${middle(({ shift }) => shift).toFixed(3)}`,
    ];
    console.log(`  ${name.padEnd(24)} ${figures.join("   ")}`);
  }
} finally {
  await browser.close();
  await studio.stop();
}

async function visit(browser: Browser, origin: string, { path, isThere }: PageToVisit): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.addInitScript(watchPaint);
  const scripts: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(brotliBytes(response));
  });
  const there = isThere(page);
  await page.goto(`${origin}${path}`);
  await there;
  const firstCount = scripts.length;
  await page.waitForTimeout(restMs);
  const seen = await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
  const bytes = await Promise.all(scripts);
  await context.close();
  // A task that was under way at the first paint counts by what is left of it.
  const lateTasksMs = seen.tasks.map(({ startMs, endMs }) => endMs - Math.max(startMs, seen.firstPaintMs));
  const blockedMs = lateTasksMs.reduce((sum, taskMs) => sum + Math.max(0, taskMs - shortTaskMs), 0);
  const kib = (part: readonly number[]) => part.reduce((sum, each) => sum + each, 0) / 1024;
  const { paintMs, shift } = seen;
  return { scriptKib: kib(bytes.slice(0, firstCount)), aheadKib: kib(bytes.slice(firstCount)), paintMs, blockedMs, shift };
}

async function brotliBytes(response: Response): Promise<number> {
  return brotliCompressSync(await response.body()).byteLength;
}

/** Runs in the page, before anything else. */
function watchPaint(): void {
  const seen: Seen = { firstPaintMs: 0, paintMs: 0, tasks: [], shift: 0 };
  Object.assign(window, { seen });
  const watch = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch("largest-contentful-paint", (entry) => {
    seen.paintMs = entry.startTime;
  });
  watch("paint", ({ name, startTime }) => {
    if (name === "first-contentful-paint") seen.firstPaintMs = startTime;
  });
  watch("longtask", ({ startTime, duration }) => seen.tasks.push({ startMs: startTime, endMs: startTime + duration }));
  watch("layout-shift", (entry) => {
    seen.shift += (entry as PerformanceEntry & { value: number }).value;
  });
}
