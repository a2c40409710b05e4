/**
 * From a click with the smart selection until its mask is seen, in the middle of every photograph, at the size it is shown in: the first
 * click after the tool was taken, and the next ones. Goal: 300 ms. `node bench/mask-select.bench.ts [folder]`
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { startStudio } from "#lib/testing/start-studio.ts";
import { openBrowser } from "./browser.ts";
import { tell } from "./figures.ts";
import { makeProject, uploadPicture } from "./mask-strokes.ts";
import { listPhotographs, photographsIn } from "./photographs.ts";

const folder = photographsIn(process.argv[2]);
const most = 8;

/** By the page's own clock, in the frame after the words about the mask have changed. */
async function click(page: Page, x: number, y: number): Promise<number> {
  await page.evaluate(() => {
    const status = [...document.querySelectorAll("[role=status]")].find((one) => one.textContent?.includes("mask"));
    const before = status?.textContent;
    let from = 0;
    window.addEventListener("pointerup", () => (from = performance.now()), { once: true, capture: true });
    const tookMs = new Promise<number>((resolve) => {
      const look = () => {
        const text = status?.textContent ?? "";
        if (from > 0 && text !== before && text.includes("mask")) resolve(performance.now() - from);
        else requestAnimationFrame(look);
      };
      look();
    });
    Object.assign(window, { tookMs });
  });
  await page.mouse.click(x, y);
  return page.evaluate(() => (window as unknown as { tookMs: Promise<number> }).tookMs);
}

const studio = await startStudio();
const browser = await openBrowser();
const firsts: number[] = [];
const later: number[] = [];
try {
  for (const name of listPhotographs(folder).slice(0, most)) {
    const picture = await uploadPicture(studio.origin, readFileSync(path.join(folder, name)));
    const project = await makeProject(studio.origin, picture.id);
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${studio.origin}/projects/${project.id}?mode=fill`);
    await page.getByRole("status").filter({ hasText: /mask/ }).waitFor();
    await page.getByRole("button", { name: "Select object" }).click();
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(1500);
    const box = await page.getByRole("application").locator("> img").boundingBox();
    if (!box) throw new Error("Expected a picture on the page but found none");
    const tookMs: number[] = [];
    for (const [x, y] of [
      [0.5, 0.5],
      [0.2, 0.8],
      [0.8, 0.2],
    ] as const) {
      tookMs.push(await click(page, box.x + box.width * x, box.y + box.height * y));
      await page.keyboard.press("Delete");
      await page.getByRole("status").filter({ hasText: "nothing masked yet" }).waitFor();
    }
    firsts.push(...tookMs.slice(0, 1));
    later.push(...tookMs.slice(1));
    console.log(`  ${name.padEnd(40)} ${tookMs.map((ms) => `${ms.toFixed(0)} ms`).join(", ")}`);
    await page.close();
  }
} finally {
  await browser.close();
  await studio.stop();
}
tell("first click", firsts);
tell("later clicks", later);
