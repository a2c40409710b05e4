/** How evenly a page draws while something is done to it. */
import type { Page } from "@playwright/test";
import { median } from "./figures.ts";

export async function frameGaps(page: Page, work: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const gaps: number[] = [];
    let last = performance.now();
    let isOn = true;
    const tick = () => {
      const now = performance.now();
      gaps.push(now - last);
      last = now;
      if (isOn) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    Object.assign(window, { frameGaps: gaps, endFrames: () => (isOn = false) });
  });
  await work();
  return page.evaluate(() => {
    const { frameGaps: gaps, endFrames } = window as unknown as { frameGaps: number[]; endFrames: () => void };
    endFrames();
    return gaps.slice(1);
  });
}

export function tellFrames(what: string, gaps: readonly number[]): void {
  const p95 = [...gaps].sort((one, other) => one - other)[Math.floor(gaps.length * 0.95)] ?? Number.NaN;
  console.log(`  ${what.padEnd(64)} p95 ${p95.toFixed(1)} ms   median ${median(gaps).toFixed(1)} ms of ${gaps.length} frames`);
}
