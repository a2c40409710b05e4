/** Looking at the canvas: turned, zoomed far in, through the small map; and the brush changed under the hand. */
import type { Page } from "@playwright/test";
import { canvasOf, coverageOf, keptOperations, onCanvas, onPicture, openCanvas, paint } from "./mask-canvas.ts";
import { expect, test } from "./test.ts";

const sliderValue = async (page: Page, name: string) => Number(await page.getByRole("slider", { name }).inputValue());

test("what is painted on a turned picture lies where it was painted", async ({ page }) => {
  await openCanvas(page);
  await page.keyboard.press("m");
  const [x, y] = await onPicture(page, 0.5, 0.5);
  for (let at = 0; at < 6; at += 1) await page.keyboard.press(".");
  // The picture has turned about the middle of the room: a box drawn there is the same box, lying on its side.
  await paint(page, [x - 60, y - 120], [x + 60, y + 120]);
  await expect(coverageOf(page)).toHaveText(/1 region$/);
  await page.keyboard.press("0");
  // Upright again, exactly that box is taken away.
  const centre = await onCanvas(page, 0.5, 0.5);
  const [across, down] = [x - centre[0], y - centre[1]];
  const middle = [centre[0] + down, centre[1] - across] as const;
  await page.getByRole("button", { name: "Subtract" }).click();
  await paint(page, [middle[0] - 124, middle[1] - 64], [middle[0] + 124, middle[1] + 64]);
  await expect(coverageOf(page)).toHaveText("nothing masked yet");
});

test("held keys turn the picture by hand", async ({ page }) => {
  await openCanvas(page);
  const upright = await canvasOf(page).locator("> img").getAttribute("style");
  await canvasOf(page).focus();
  await page.keyboard.down("Shift");
  await page.keyboard.down("R");
  await paint(page, await onCanvas(page, 0.8, 0.5), await onCanvas(page, 0.7, 0.8));
  await page.keyboard.up("R");
  await page.keyboard.up("Shift");
  expect(await canvasOf(page).locator("> img").getAttribute("style")).toContain("rotate");
  await expect(coverageOf(page)).toHaveText("nothing masked yet");
  await page.keyboard.press("0");
  expect(await canvasOf(page).locator("> img").getAttribute("style")).toBe(upright);
});

test("zoomed in, the small map shows where one is and takes one elsewhere", async ({ page }) => {
  await openCanvas(page);
  const map = canvasOf(page).locator("svg").locator("..");
  await expect(map).toBeHidden();
  await page.mouse.move(...(await onCanvas(page, 0.5, 0.5)));
  await page.keyboard.down("Control");
  for (let at = 0; at < 6; at += 1) await page.mouse.wheel(0, -240);
  await page.keyboard.up("Control");
  await expect(page.getByRole("button", { name: "3,200%" })).toBeVisible();
  await expect(map).toBeVisible();
  await expect(canvasOf(page).locator(".pixel-grid")).toBeVisible();
  const picture = canvasOf(page).locator("> img");
  const before = await picture.boundingBox();
  const box = await map.boundingBox();
  if (!box || !before) throw new Error("Expected a map beside a picture but found none");
  await paint(page, [box.x + box.width / 2, box.y + box.height / 2], [box.x + box.width * 0.9, box.y + box.height * 0.9]);
  expect((await picture.boundingBox())?.x).toBeLessThan(before.x - 5000);
  await expect(coverageOf(page)).toHaveText("nothing masked yet");
  for (let at = 0; at < 60; at += 1) await page.keyboard.press("Control+-");
  await expect(page.getByRole("button", { name: "2%", exact: true })).toBeVisible();
  await expect(map).toBeHidden();
});

test("Alt and the right button change the brush under the hand, without a mark", async ({ page }) => {
  await openCanvas(page);
  const before = { size: await sliderValue(page, "Size"), hardness: await sliderValue(page, "Hardness") };
  await page.mouse.move(...(await onCanvas(page, 0.5, 0.5)));
  const [x, y] = await onCanvas(page, 0.5, 0.5);
  await page.keyboard.down("Alt");
  await page.mouse.down({ button: "right" });
  await page.mouse.move(x + 40, y, { steps: 5 });
  await page.mouse.move(x + 40, y - 60, { steps: 5 });
  await page.mouse.up({ button: "right" });
  await page.keyboard.up("Alt");
  expect(await sliderValue(page, "Size")).toBeGreaterThan(before.size);
  expect(await sliderValue(page, "Hardness")).toBe(before.hardness - 30);
  await expect(coverageOf(page)).toHaveText("nothing masked yet");
});

test("the crosshair takes the view along where it meets the edge", async ({ page }) => {
  await openCanvas(page);
  await canvasOf(page).focus();
  await page.keyboard.press("1");
  const before = await canvasOf(page).locator("> img").boundingBox();
  for (let at = 0; at < 60; at += 1) await page.keyboard.press("ArrowRight");
  expect((await canvasOf(page).locator("> img").boundingBox())?.x).toBeLessThan((before?.x ?? 0) - 12);
});

test("at a laptop's width no tool lies over the fitted picture", async ({ page }) => {
  await openCanvas(page, { width: 1200, height: 500 });
  const rail = await page.getByRole("toolbar", { name: "Mask tools" }).boundingBox();
  const picture = await canvasOf(page).locator("> img").boundingBox();
  expect((rail?.x ?? 0) + (rail?.width ?? 0)).toBeLessThanOrEqual(picture?.x ?? 0);
});

test("the outline walks where that is chosen, and stands still for those who asked for less motion", async ({ page }) => {
  await openCanvas(page);
  await paint(page, await onCanvas(page, 0.4, 0.5), await onCanvas(page, 0.6, 0.5));
  await page.mouse.move(...(await onCanvas(page, 0.5, 0.9)));
  const shot = async () => (await canvasOf(page).screenshot()).toString("base64");
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: "Walking outline" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Walking outline" })).toBeHidden();
  const seen = new Set<string>();
  await expect.poll(async () => seen.add(await shot()).size).toBeGreaterThan(4);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await expect.poll(() => keptOperations(page)).toBe(1);
  await page.reload();
  await expect(coverageOf(page)).toHaveText(/1 region$/);
  await page.getByRole("button", { name: "More", exact: true }).click();
  await expect(page.getByRole("button", { name: "Download the mask" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Walking outline" })).toBeHidden();
});

test("a box is drawn by its numbers alone", async ({ page }) => {
  await openCanvas(page);
  await page.keyboard.press("m");
  await page.getByRole("button", { name: "In numbers" }).press("Enter");
  for (const [name, value] of Object.entries({ "From the left": 96, "From the top": 64, Width: 480, Height: 320 }))
    await page.getByRole("textbox", { name, exact: true }).fill(String(value));
  await page.getByRole("textbox", { name: "Height", exact: true }).press("Enter");
  await expect(coverageOf(page)).toHaveText("mask 25% · 1 region");
});

test("the mask's colour is chosen, seen at once and remembered", async ({ page }) => {
  await openCanvas(page);
  await page.keyboard.press("m");
  await paint(page, await onPicture(page, 0.3, 0.3), await onPicture(page, 0.7, 0.7));
  await page.mouse.move(...(await onPicture(page, 0.1, 0.1)));
  const [x, y] = await onPicture(page, 0.5, 0.5);
  // A patch of it as wide as the hatch's lines are apart, seen as a picture.
  const look = async () => (await page.screenshot({ clip: { x, y, width: 24, height: 24 } })).toString("base64");
  const usual = await look();
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: "Mask colour…" }).click();
  await page.getByRole("radio", { name: "Violet" }).check();
  await page.keyboard.press("Escape");
  // The form may have lain over the patch.
  await expect(page.getByRole("radio", { name: "Violet" })).toHaveCount(0);
  let chosen = usual;
  await expect
    .poll(async () => {
      const before = chosen;
      chosen = await look();
      return chosen !== usual && chosen === before;
    })
    .toBe(true);
  await expect.poll(() => keptOperations(page)).toBe(1);
  await page.reload();
  await expect(coverageOf(page)).toHaveText(/1 region$/);
  await page.mouse.move(...(await onPicture(page, 0.1, 0.1)));
  await expect.poll(look).toBe(chosen);
});
