/** Marking by what the picture shows, and masks that come and go as files. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { chooseFiles, openStudio, pngFile } from "./journey.ts";
import { keptOperations } from "./mask-canvas.ts";
import { drawMask, drawMiddleMask, drawScene } from "./pictures.ts";
import { expect, test } from "./test.ts";

const canvas = (page: Page) => page.getByRole("application");
const coverage = (page: Page) => page.getByRole("status").filter({ hasText: /mask|picture/ });

async function openFill(page: Page): Promise<void> {
  await openStudio(page, drawScene(960, 640), { mode: "fill" });
  await expect(coverage(page)).toHaveText("nothing masked yet");
  // Tools belong to the canvas: it takes keys once it shows the picture.
  await expect(canvas(page).locator("img")).toBeVisible();
}

/** Shares of the picture itself, which lies in the middle of the canvas. */
async function placeOf(page: Page, x: number, y: number): Promise<readonly [number, number]> {
  const box = await page.locator('[role="application"] img').boundingBox();
  if (!box) throw new Error("Expected a picture on the canvas but found none");
  return [box.x + box.width * x, box.y + box.height * y];
}

async function download(page: Page): Promise<Buffer> {
  await page.getByRole("button", { name: "More", exact: true }).click();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download the mask" }).click()]);
  return readFile(await file.path());
}

test("the wand marks what hangs together, undo takes it back, and it survives a reload", async ({ page }) => {
  await openFill(page);
  await page.keyboard.press("w");
  await page.mouse.click(...(await placeOf(page, 0.5, 0.55)));
  await expect(coverage(page)).toHaveText("mask 12% · 1 region");
  await page.keyboard.press("Control+z");
  await expect(coverage(page)).toHaveText("nothing masked yet");
  await page.keyboard.press("Control+Shift+z");
  await expect(coverage(page)).toHaveText("mask 12% · 1 region");
  await expect.poll(() => keptOperations(page)).toBe(1);
  await page.reload();
  await expect(coverage(page)).toHaveText("mask 12% · 1 region");
});

test("a click or a box selects the thing, and the colour range finds the sky", async ({ page }) => {
  await openFill(page);
  await page.keyboard.press("s");
  await page.mouse.click(...(await placeOf(page, 0.5, 0.55)));
  await expect(coverage(page)).toHaveText(/^mask 1[123]% · 1 region$/);
  await page.keyboard.press("Delete");
  await page.mouse.move(...(await placeOf(page, 0.22, 0.33)));
  await page.mouse.down();
  await page.mouse.move(...(await placeOf(page, 0.78, 0.77)), { steps: 6 });
  await page.mouse.up();
  await expect(coverage(page)).toHaveText(/^mask 1[123]% · 1 region$/);
  await page.keyboard.press("Delete");
  await page.keyboard.press("u");
  await page.mouse.click(...(await placeOf(page, 0.5, 0.1)));
  await expect(coverage(page)).toHaveText(/^mask 4[5-7]% · 1 region$/);
});

test("the bucket fills an outline", async ({ page }) => {
  await openFill(page);
  await page.keyboard.press("m");
  const drag = async (from: readonly [number, number], to: readonly [number, number]) => {
    await page.mouse.move(...(await placeOf(page, ...from)));
    await page.mouse.down();
    await page.mouse.move(...(await placeOf(page, ...to)), { steps: 4 });
    await page.mouse.up();
  };
  await drag([0.2, 0.2], [0.8, 0.8]);
  await page.getByRole("button", { name: "Subtract" }).click();
  await drag([0.3, 0.3], [0.7, 0.7]);
  await expect(coverage(page)).toHaveText("mask 20% · 1 region");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.keyboard.press("g");
  await page.mouse.click(...(await placeOf(page, 0.5, 0.5)));
  await expect(coverage(page)).toHaveText("mask 36% · 1 region");
});

test("a mask that was downloaded is the same when it is opened again", async ({ page }) => {
  await openFill(page);
  await page.mouse.move(...(await placeOf(page, 0.3, 0.3)));
  await page.mouse.down();
  await page.mouse.move(...(await placeOf(page, 0.6, 0.6)), { steps: 8 });
  await page.mouse.up();
  await expect(coverage(page)).toHaveText(/1 region$/);
  const first = await download(page);
  await page.keyboard.press("Delete");
  await expect(coverage(page)).toHaveText("nothing masked yet");
  await page.getByRole("button", { name: "More", exact: true }).click();
  await chooseFiles(page, page.getByRole("button", { name: "Open a mask file…" }), [pngFile("mask.png", first)]);
  await expect(coverage(page)).toHaveText(/1 region$/);
  expect((await download(page)).equals(first)).toBe(true);
});

test("a mask of another size is laid over the whole picture", async ({ page }) => {
  await openFill(page);
  await page.getByRole("button", { name: "More", exact: true }).click();
  await chooseFiles(page, page.getByRole("button", { name: "Open a mask file…" }), [pngFile("mask.png", drawMiddleMask(96, 64))]);
  await expect(coverage(page)).toHaveText(/^mask 2[3-6]% · 1 region$/);
  await expect(canvas(page)).toBeVisible();
});

test("a file that marks nothing is said to, until something else is done", async ({ page }) => {
  await openFill(page);
  await page.getByRole("button", { name: "More", exact: true }).click();
  const black = drawMask(96, 64, () => false);
  await chooseFiles(page, page.getByRole("button", { name: "Open a mask file…" }), [pngFile("mask.png", black)]);
  await expect(coverage(page)).toHaveText("nothing found there to mask");
  await canvas(page).focus();
  await page.keyboard.press("Shift+i");
  await expect(coverage(page)).toHaveText("mask 100% · 1 region");
});

test("a mask grows and shrinks by as many pixels as are given", async ({ page }) => {
  await openFill(page);
  await page.keyboard.press("m");
  await page.mouse.move(...(await placeOf(page, 0.25, 0.25)));
  await page.mouse.down();
  await page.mouse.move(...(await placeOf(page, 0.75, 0.75)), { steps: 4 });
  await page.mouse.up();
  await expect(coverage(page)).toHaveText("mask 25% · 1 region");
  const more = page.getByRole("button", { name: "More", exact: true });
  await more.click();
  await page.getByRole("textbox", { name: "Amount in pixels" }).fill("40");
  await page.getByRole("button", { name: "Grow 40" }).click();
  await expect(coverage(page)).toHaveText("mask 36% · 1 region");
  await more.click();
  await page.getByRole("button", { name: "Shrink 40" }).click();
  await expect(coverage(page)).toHaveText("mask 25% · 1 region");
});
