/**
 * What the full-size mask costs: drawn and packed at once, by the processor's own time, each time in a process of its own, as the first time
 * is the slow one; and then in the browser, from the press of the button until the file is there, with the longest task of the page
 * meanwhile: after a reload, with a stroke just painted, with one taken back, with all of it turned around, and with all of it to be drawn
 * as never before, as where it is cut with a shape. 50 and 500 strokes at 4096² and 8000 × 6000. Goals: 300 ms at 4096² and no task above
 * 50 ms. The browser's part is against the built studio.
 * `node bench/mask-raster.bench.ts [width [strokes]]` measures one size, one count alone.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import type { Page } from "@playwright/test";
import { startStudio } from "#lib/testing/start-studio.ts";
import { openBrowser } from "./browser.ts";
import { measureMs, tell } from "./figures.ts";
import { makeProject, plantStrokes, uploadPattern } from "./mask-strokes.ts";

const rounds = 5;
const alone = path.join(import.meta.dirname, "draw-mask-once.ts");
const [onlyWidth, onlyCount] = process.argv.slice(2).map(Number);
const sizes = (
  [
    [4096, 4096],
    [8000, 6000],
  ] as const
).filter(([width]) => onlyWidth === undefined || width === onlyWidth);
const counts = [50, 500].filter((count) => onlyCount === undefined || count === onlyCount);

for (const [width, height] of sizes) {
  for (const count of counts) {
    const drawOnce = (workers: number) => {
      const { stdout } = spawnSync(process.execPath, [alone, ...[width, height, count, workers].map(String)]);
      return JSON.parse(stdout.toString()) as { readonly ms: number; readonly bytes: number };
    };
    const pairs = Array.from({ length: rounds }, () => [drawOnce(1), drawOnce(2)] as const);
    console.log(`${width} × ${height}, ${count} strokes: a PNG of ${((pairs[0]?.[0].bytes ?? 0) / 1000).toFixed(0)} kB`);
    tell(
      "drawn and packed at once, the processor's time",
      pairs.map(([{ ms }]) => ms),
    );
    tell(
      "  the half of it that one of two workers has",
      pairs.map(([, { ms }]) => ms),
    );
  }
}

interface Press {
  readonly ms: number;
  readonly longestTaskMs: number;
}

/** From the press until the browser has the file. */
async function download(page: Page, before: () => Promise<void>): Promise<Press> {
  const item = page.getByRole("button", { name: "Download the mask" });
  await before();
  await page.getByRole("button", { name: "More", exact: true }).click();
  await item.waitFor();
  await page.evaluate(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
    Object.assign(window, { longTasks: tasks });
  });
  const downloaded = page.waitForEvent("download");
  const ms = await measureMs(async () => {
    await item.click();
    await downloaded;
  });
  await page.waitForTimeout(200);
  const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
  return { ms, longestTaskMs: Math.max(0, ...tasks) };
}

/** Across the middle of the canvas. */
async function paint(page: Page): Promise<void> {
  const box = await page.getByRole("application").boundingBox();
  if (!box) throw new Error("Expected a canvas on the page but found none");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x - 60, y - 40);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 40, { steps: 6 });
  await page.mouse.up();
}

async function takeBack(page: Page): Promise<void> {
  await page.getByRole("application").focus();
  await page.keyboard.press("Control+z");
}

async function invert(page: Page): Promise<void> {
  await page.getByRole("application").focus();
  await page.keyboard.press("Shift+I");
}

async function clearAndTakeBack(page: Page): Promise<void> {
  await page.getByRole("application").focus();
  await page.keyboard.press("Delete");
  await page.getByRole("status").filter({ hasText: "nothing masked yet" }).waitFor();
  await page.keyboard.press("Control+z");
}

/** A box around all of the picture, of which the mask is to keep what lies inside: nothing changes, and every pixel has to be looked at. */
async function cutWithBox(page: Page): Promise<void> {
  const stage = page.getByRole("application");
  await stage.focus();
  await page.keyboard.press("m");
  await page.getByRole("button", { name: "Intersect" }).click();
  const box = await stage.boundingBox();
  if (!box) throw new Error("Expected a canvas on the page but found none");
  await page.mouse.move(box.x + 80, box.y + 70);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 4, box.y + box.height - 4, { steps: 2 });
  await page.mouse.up();
}

/** What is done right before the mask is asked for; the last two change all of it. */
const changes = [
  ["a stroke just painted", paint],
  ["a stroke just taken back", takeBack],
  ["a clearing just taken back", clearAndTakeBack],
  ["all of it turned around", invert],
  ["all of it drawn anew", cutWithBox],
] as const;

function tellPresses(what: string, presses: readonly Press[]): void {
  tell(
    what,
    presses.map(({ ms }) => ms),
  );
  tell(
    "  longest task of the page (0: none above 50 ms)",
    presses.map(({ longestTaskMs }) => longestTaskMs),
  );
}

const studio = await startStudio();
const browser = await openBrowser();
try {
  for (const [width, height] of sizes) {
    const picture = await uploadPattern(studio.origin, width, height);
    for (const count of counts) {
      const project = await makeProject(studio.origin, picture.id);
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
      await page.goto(`${studio.origin}/`);
      await plantStrokes(page, project, picture, count);
      await page.goto(`${studio.origin}/projects/${project.id}?mode=fill`);
      await page.getByRole("status").filter({ hasText: /mask/ }).waitFor();
      await page.waitForLoadState("networkidle");
      console.log(`in the browser, ${width} × ${height}, ${count} strokes, until the file is there`);
      tellPresses("the first press on the page", [await download(page, async () => undefined)]);
      for (const [what, change] of changes) {
        const presses: Press[] = [];
        for (let round = 0; round < rounds; round += 1) presses.push(await download(page, () => change(page)));
        tellPresses(what, presses);
      }
      await page.close();
    }
  }
} finally {
  await browser.close();
  await studio.stop();
}
