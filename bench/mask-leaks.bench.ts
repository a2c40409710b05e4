/**
 * What the stage leaves behind and what it holds: a thousand times it comes and goes, then stages, workers, listeners, elements and the
 * heap are counted again; and the heap with 500 strokes on 8000 × 6000. Goals: nothing stays; 60 MB above the empty stage.
 */
import type { CDPSession, Page } from "@playwright/test";
import { startStudio } from "#lib/testing/start-studio.ts";
import { openBrowser } from "./browser.ts";
import { makeProject, plantStrokes, uploadPattern } from "./mask-strokes.ts";
import { openMeter, settle } from "./moves.ts";

const rounds = 1000;
const megabyte = 1e6;

async function heapMegabytes(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage");
  // Pixels lie outside of the heap proper, in the memory behind arrays and images.
  const usage = (await session.send("Runtime.getHeapUsage")) as {
    usedSize: number;
    embedderHeapUsedSize?: number;
    backingStorageSize?: number;
  };
  return (usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0)) / megabyte;
}

async function count(page: Page, session: CDPSession): Promise<string> {
  const heap = await heapMegabytes(session);
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  const stages = await page.evaluate(() => (window as unknown as { Konva?: { stages: unknown[] } }).Konva?.stages.length);
  const figures = [`${stages ?? "no"} Konva stages`, `${page.workers().length} workers`, `${jsEventListeners} listeners`];
  return [...figures, `${nodes} nodes`, `${heap.toFixed(1)} MB`].join(", ");
}

const roundsEach = 50;

/** The stage stands where one fills, and nowhere else. A stroke and a wand's click have it start its workers. */
async function comeAndGo(page: Page, times: number): Promise<void> {
  for (let done = 0; done < times; done += roundsEach) {
    await turnOver(page, Math.min(roundsEach, times - done) - 1);
    const canvas = page.getByRole("application");
    await page.getByRole("tab", { name: "Fill" }).click();
    for (const key of ["b", "w"]) {
      await page.keyboard.press(key);
      await canvas.click();
    }
    await page.keyboard.press("Delete");
    await page.getByRole("tab", { name: "Edit" }).click();
    await canvas.waitFor({ state: "detached" });
  }
}

/** Inside the page: a thousand journeys to it and back would take longer than what is looked at. */
async function turnOver(page: Page, times: number): Promise<void> {
  await page.evaluate(async (rounds) => {
    const until = async (isThere: boolean) => {
      while ((document.querySelector("[role=application]") !== null) !== isThere) await new Promise(requestAnimationFrame);
    };
    const open = (name: string) => {
      const tab = [...document.querySelectorAll<HTMLElement>("[role=tab]")].find(({ textContent }) => textContent?.trim() === name);
      tab?.click();
    };
    for (let round = 0; round < rounds; round += 1) {
      open("Fill");
      await until(true);
      await new Promise(requestAnimationFrame);
      open("Edit");
      await until(false);
    }
  }, times);
}

const studio = await startStudio();
const browser = await openBrowser();
try {
  const small = await uploadPattern(studio.origin, 640, 480);
  const project = await makeProject(studio.origin, small.id);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${studio.origin}/projects/${project.id}?mode=edit`);
  await page.getByRole("tab", { name: "Fill" }).waitFor();
  const session = await openMeter(page);
  await comeAndGo(page, 20);
  await settle(page, session);
  console.log(`after 20 rounds: ${await count(page, session)}`);
  await comeAndGo(page, rounds);
  await settle(page, session);
  console.log(`after ${rounds} more: ${await count(page, session)}`);
  await page.close();

  const large = await uploadPattern(studio.origin, 8000, 6000);
  for (const deviceScaleFactor of [1, 2]) {
    const heaps: number[] = [];
    for (const strokes of [0, 500]) {
      const painted = await makeProject(studio.origin, large.id);
      const tab = await browser.newPage({ viewport: { width: 1440, height: 900 }, deviceScaleFactor });
      await tab.goto(`${studio.origin}/`);
      await plantStrokes(tab, painted, large, strokes);
      await tab.goto(`${studio.origin}/projects/${painted.id}?mode=fill`);
      await tab.getByRole("status").filter({ hasText: /mask/ }).waitFor();
      const meter = await openMeter(tab);
      await settle(tab, meter);
      heaps.push(await heapMegabytes(meter));
      await tab.close();
    }
    const [empty = 0, full = 0] = heaps;
    const above = (full - empty).toFixed(1);
    console.log(
      `8000 × 6000 at ${deviceScaleFactor} pixels a point: empty ${empty.toFixed(1)} MB, 500 strokes ${full.toFixed(1)} MB, ${above} MB above`,
    );
  }
} finally {
  await browser.close();
  await studio.stop();
}
