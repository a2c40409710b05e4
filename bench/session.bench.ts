/**
 * How quickly the studio answers a hand, over three minutes of work: words, strokes, modes, comparing, undo, the tree, the
 * palette. Told as the browser counts it, from the press to the next frame. Limit: 98 of 100 within 100 ms.
 */
import type { Page } from "@playwright/test";
import { startStudio } from "#lib/testing/start-studio.ts";
import { createPictureProject } from "./bench-client.ts";
import { openBrowser } from "./browser.ts";
import { median } from "./figures.ts";

const lengthMs = 180_000;

const studio = await startStudio();
const browser = await openBrowser();
try {
  const project = await createPictureProject(studio.origin, 3000, 2000);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(watchInteractions);
  await page.goto(`${studio.origin}/projects/${project.id}`);
  await page.getByRole("textbox", { name: "Prompt", exact: true }).fill("warmer and brighter");
  await page.keyboard.press("Control+Enter");
  // What is not kept yet is not painted on: the next try would start from its original.
  await page.getByRole("button", { name: "Keep this edit" }).click();
  await page.getByRole("button", { name: "Keep this edit" }).waitFor({ state: "detached" });
  const untilMs = Date.now() + lengthMs;
  while (Date.now() < untilMs) {
    await writeWords(page);
    await compare(page);
    await lookAround(page);
    await paint(page);
  }
  const seen = await page.evaluate(() => (window as unknown as { slowest: Record<string, { ms: number; what: string }> }).slowest);
  const worst = Object.values(seen).sort((one, other) => one.ms - other.ms);
  const most = worst[Math.ceil(worst.length * 0.98) - 1];
  console.log(
    `  ${worst.length} presses in ${lengthMs / 1000} s   median ${median(worst.map(({ ms }) => ms)).toFixed(0)} ms   98 of 100 within ${most?.ms.toFixed(0)} ms`,
  );
  console.log(
    `  the slowest: ${worst
      .slice(-5)
      .map(({ ms, what }) => `${what} ${ms.toFixed(0)} ms`)
      .join(", ")}`,
  );
} finally {
  await browser.close();
  await studio.stop();
}

async function writeWords(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "Edit" }).click();
  const prompt = page.getByRole("textbox", { name: "Prompt", exact: true });
  await prompt.click();
  await page.keyboard.type("a little more contrast", { delay: 40 });
  await prompt.fill("warmer");
  await prompt.blur();
}

async function compare(page: Page): Promise<void> {
  for (let time = 0; time < 6; time += 1) {
    await page.keyboard.press("c");
    await page.waitForTimeout(250);
  }
  for (const key of ["Control+=", "Control+=", "Control+-", "0"]) await page.keyboard.press(key, { delay: 60 });
}

async function lookAround(page: Page): Promise<void> {
  for (const key of ["t", "Control+k", "?"]) {
    await page.keyboard.press(key);
    const dialog = page.getByRole("dialog").first();
    await dialog.waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
  }
  for (const key of ["f", "f"]) await page.keyboard.press(key, { delay: 200 });
  await page.getByRole("tab", { name: "Generate" }).click();
  await page.getByRole("tab", { name: "Combine" }).click();
}

async function paint(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "Fill" }).click();
  const canvas = page.getByRole("application");
  await canvas.waitFor();
  const box = await canvas.boundingBox();
  if (!box) throw new Error("Expected a canvas to paint on but found none");
  for (let stroke = 0; stroke < 8; stroke += 1) {
    const y = box.y + box.height * (0.25 + stroke * 0.06);
    await page.mouse.move(box.x + box.width * 0.35, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, y + 20, { steps: 12 });
    await page.mouse.up();
  }
  for (const key of ["Control+z", "Control+z", "Control+Shift+z", "Shift+i", "Control+z", "]", "[", "x", "x", "q", "q", "q"]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(60);
  }
  await page.keyboard.press("Delete");
}

/** Runs in the page: the longest event of each interaction, by the browser's own numbering. */
function watchInteractions(): void {
  const slowest: Record<string, { ms: number; what: string }> = {};
  Object.assign(window, { slowest });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEventTiming & { interactionId: number; target: Element | null })[]) {
      if (!entry.interactionId) continue;
      const known = slowest[entry.interactionId];
      if (known && known.ms >= entry.duration) continue;
      const on = entry.target?.getAttribute("aria-label") ?? entry.target?.textContent?.slice(0, 20) ?? "page";
      slowest[entry.interactionId] = { ms: entry.duration, what: `${entry.name} on ${on}` };
    }
  }).observe({ type: "event", buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
}
