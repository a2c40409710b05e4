/** What the model sees and how far the picture grows: by hand, by key and by number, sent as shown, and compared where it lies. */
import type { Locator, Page } from "@playwright/test";
import { type Edit, type Prediction, type Project, paths } from "#lib/wire.ts";
import { openStudio, runButton } from "./journey.ts";
import { keptOperations } from "./mask-canvas.ts";
import { drawScene } from "./pictures.ts";
import { expect, test } from "./test.ts";

const [width, height] = [1600, 1000];
const scene = drawScene(width, height);
const canvas = (page: Page) => page.getByRole("application");
const sees = (page: Page) => page.getByRole("button", { name: /^the model sees this area at/ });
const corner = (page: Page, name: string) => page.getByRole("button", { name: `What the model sees: ${name} corner` });
const side = (page: Page, name: string) => page.getByRole("region", { name: "Expand the picture" }).getByLabel(name, { exact: true });
const grows = (page: Page) => page.getByRole("region", { name: "Expand the picture" }).getByRole("status");
const words = (page: Page) => page.getByRole("textbox", { name: "Prompt", exact: true });

async function openFill(page: Page): Promise<Project> {
  const project = await openStudio(page, scene, { mode: "fill" });
  await expect(page.getByText("nothing masked yet")).toBeVisible();
  return project;
}

async function pull(page: Page, handle: Locator, dx: number, dy: number): Promise<void> {
  // Waits until it stands still.
  await handle.hover();
  const box = await handle.boundingBox();
  if (!box) throw new Error("Expected a handle on the page but found none");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx, y + dy, { steps: 6 });
  await page.mouse.up();
}

async function paint(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  const box = await canvas(page).boundingBox();
  if (!box) throw new Error("Expected a canvas on the page but found none");
  await page.mouse.move(box.x + box.width * from[0], box.y + box.height * from[1]);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * to[0], box.y + box.height * to[1], { steps: 6 });
  await page.mouse.up();
}

/** The box as those hear it who do not see it: width, height, x and y. */
async function placeOf(handle: Locator): Promise<readonly number[]> {
  const id = await handle.getAttribute("aria-describedby");
  const text = await handle.page().locator(`[id="${id}"]`).textContent();
  return [...(text ?? "").matchAll(/\d+/g)].map(Number);
}

async function runAndRead(page: Page, project: Project, prompt: string): Promise<{ run: Prediction; edit: Edit }> {
  await words(page).fill(prompt);
  await runButton(page).click();
  await expect(page.getByRole("region", { name: "Result" })).toBeVisible();
  const stored: Project = await (await page.request.get(paths.project(project.id))).json();
  const [run, edit] = [stored.predictions.at(-1), stored.edits.at(-1)];
  if (!run || !edit) throw new Error("Expected a stored run but found none");
  return { run, edit };
}

test("the box is drawn around what is painted, pulled by hand, sent as it stands, and told in what made this", async ({ page }) => {
  const project = await openFill(page);
  await expect(sees(page)).toHaveCount(0);
  await paint(page, [0.4, 0.5], [0.5, 0.5]);
  await expect(sees(page)).toContainText("100%");
  await expect(page.getByRole("button", { name: "Automatic" })).toHaveCount(0);
  const [wide = 0, high = 0, x = 0, y = 0] = await placeOf(sees(page));
  await pull(page, corner(page, "lower right"), 60, 40);
  await pull(page, sees(page), -30, 0);
  const [wider = 0, higher = 0, left = 0, top = 0] = await placeOf(sees(page));
  expect([wider > wide, higher > high, left < x, top]).toEqual([true, true, true, y]);
  const { run } = await runAndRead(page, project, "remove it");
  expect(run.frame?.box).toEqual({ x: left, y: top, width: wider, height: higher });
  await page.keyboard.press("d");
  await expect(page.getByRole("dialog", { name: "What made this" })).toContainText(
    `${wider} × ${higher} px from ${left}, ${top} on, at 100%`,
  );
});

/** The box follows what is painted once that is measured anew. */
async function expectPlace(page: Page, place: readonly number[]): Promise<void> {
  await expect.poll(() => placeOf(sees(page))).toEqual(place);
}

test("the box stays around the paint, is hidden by its key and under a stroke, and goes back to automatic", async ({ page }) => {
  await openFill(page);
  await paint(page, [0.45, 0.5], [0.55, 0.5]);
  const before = await placeOf(sees(page));
  await pull(page, corner(page, "upper left"), 900, 600);
  const [wide = 0, high = 0, left = 0, top = 0] = await placeOf(sees(page));
  expect(left + wide).toBe((before[2] ?? 0) + (before[0] ?? 0));
  expect(left).toBeLessThan(width / 2);
  expect([high < (before[1] ?? 0), top > (before[3] ?? 0)]).toEqual([true, true]);
  await page.getByRole("button", { name: "Automatic" }).click();
  await expectPlace(page, before);
  await page.keyboard.press("a");
  await expect(sees(page)).toHaveCount(0);
  await page.keyboard.press("a");
  await expect(sees(page)).toBeVisible();
  const box = await canvas(page).boundingBox();
  await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 200);
  await page.mouse.down();
  await expect(sees(page)).toHaveCount(0);
  await page.mouse.up();
  await expect(sees(page)).toBeVisible();
});

test("strokes and boxes are taken back in the order they were made, after a reload too", async ({ page }) => {
  await openFill(page);
  await paint(page, [0.4, 0.5], [0.45, 0.5]);
  const automatic = await placeOf(sees(page));
  await pull(page, corner(page, "lower right"), 60, 40);
  const drawn = await placeOf(sees(page));
  await paint(page, [0.4, 0.53], [0.45, 0.53]);
  await expect(page.getByText(/ · 2 regions$|· 1 region$/)).toBeVisible();
  await expectPlace(page, drawn);
  await expect.poll(() => keptOperations(page)).toBe(2);
  await page.reload();
  await expect(sees(page)).toBeVisible();
  await expectPlace(page, drawn);
  await page.keyboard.press("Control+z");
  await expectPlace(page, drawn);
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("button", { name: "Automatic" })).toHaveCount(0);
  await expectPlace(page, automatic);
  await page.keyboard.press("Control+z");
  await expect(page.getByText("nothing masked yet")).toBeVisible();
  for (const _ of ["stroke", "box", "stroke"]) await page.keyboard.press("Control+Shift+z");
  await expect(page.getByRole("button", { name: "Automatic" })).toBeVisible();
  await expectPlace(page, drawn);
});

test("a picture is grown by an edge without a mask, and its original lies where it was", async ({ page }) => {
  const project = await openFill(page);
  await page.getByRole("button", { name: "Expand the picture" }).click();
  await expect(grows(page)).toHaveText(`The picture stays ${width} × ${height} px. Pull an edge, or choose a shape.`);
  await pull(page, page.getByRole("button", { name: "Expand: left edge" }), -50, 30);
  const left = Number(await side(page, "Left").inputValue());
  expect(left).toBeGreaterThan(50);
  await expect(grows(page)).toContainText(`The picture grows by ${left} px on the left to ${width + left} × ${height} px.`);
  const { run, edit } = await runAndRead(page, project, "extend it");
  expect(run.frame?.expand).toEqual({ left, top: 0, right: 0, bottom: 0 });
  expect(run.inputs).not.toHaveProperty("mask");
  expect([edit.picture.width, edit.picture.height, edit.fidelity?.outside?.changed]).toEqual([width + left, height, 0]);

  await page.getByText("Side by side", { exact: true }).click();
  const shown = await page.getByRole("img", { name: /^(Before|After)$/ }).evaluateAll((images) =>
    images.map((image) => {
      const { x, width: across } = image.getBoundingClientRect();
      return { x, across };
    }),
  );
  const [before, after] = shown;
  if (!before || !after) throw new Error("Expected two pictures side by side but found fewer");
  expect(before.across / after.across).toBeCloseTo(width / (width + left), 2);
  await page.getByText("Difference", { exact: true }).click();
  const differs = page.getByText(/^[\d.]+% differs$/);
  await expect(differs).toBeVisible();
  const percent = Number.parseFloat((await differs.textContent()) ?? "");
  expect(Math.abs(percent - (left / (width + left)) * 100)).toBeLessThan(1.5);
});

test("shapes and anchors grow it with a painted mask beside, which Escape leaves as it is", async ({ page }) => {
  const project = await openFill(page);
  await paint(page, [0.45, 0.5], [0.55, 0.5]);
  await page.keyboard.press("Shift+E");
  await page.getByRole("radio", { name: "16:9" }).check();
  await page.getByRole("radio", { name: "Left or top" }).check();
  await expect(side(page, "Right")).toHaveValue("178");
  await page.getByRole("radio", { name: "1:1" }).check();
  await expect(grows(page)).toContainText("600 px at the bottom to 1600 × 1600 px.");
  await page.getByRole("radio", { name: "2:1" }).check();
  await expect(grows(page)).toContainText("400 px on the right to 2000 × 1000 px.");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "Expand the picture" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Brush", exact: true })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByText("The picture grows to 2000 × 1000 px; the new border is painted.")).toBeVisible();
  const { run, edit } = await runAndRead(page, project, "extend it");
  expect(run.frame?.expand).toEqual({ left: 0, top: 0, right: 400, bottom: 0 });
  expect(run.inputs).toHaveProperty("mask");
  expect([edit.picture.width, edit.picture.height]).toEqual([2000, 1000]);
  await page.keyboard.press("r");
  await expect(page.getByRole("navigation", { name: "History" }).getByRole("button", { name: /extend it/ })).toHaveCount(2);
});

test("what would be too large says the limit, and is taken back by key", async ({ page }) => {
  await openFill(page);
  await page.keyboard.press("Shift+E");
  await side(page, "Top").fill("40000");
  await expect(grows(page)).toContainText("65.6 megapixels are too many: a picture may have 50.");
  await side(page, "Top").press("Escape");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Shift+E");
  await expect(grows(page)).toContainText(`The picture stays ${width} × ${height} px.`);
});

test("box and canvas are set by the keyboard alone", async ({ page }) => {
  await openFill(page);
  await canvas(page).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await expect(sees(page)).toBeVisible();
  const [wide = 0, high = 0, x = 0, y = 0] = await placeOf(sees(page));
  await page.keyboard.press("Tab");
  await expect(corner(page, "upper left")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Shift+ArrowUp");
  expect(await placeOf(sees(page))).toEqual([wide + 16, high + 1, x - 16, y - 1]);
  for (const _ of ["upper right", "lower right", "lower left", "label"]) await page.keyboard.press("Tab");
  await expect(sees(page)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  expect(await placeOf(sees(page))).toEqual([wide + 16, high + 1, x - 16, y + 15]);
  await page.keyboard.press("Shift+E");
  await page.getByRole("button", { name: "Expand: bottom edge" }).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+ArrowUp");
  await expect(grows(page)).toContainText("31 px at the bottom to 1600 × 1031 px.");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "Expand the picture" })).toHaveCount(0);
});
