/** Judging a result: every way to compare, keeping a part of it, and taking it away. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { readPsd } from "#lib/testing/read-psd.ts";
import { paths } from "#lib/wire.ts";
import { openResult, projectOf, result } from "./filled-result.ts";
import { keptOperations } from "./mask-canvas.ts";
import { expect, test } from "./test.ts";

const stage = (page: Page) => page.getByRole("main", { name: "Picture" });
const mode = (page: Page, name: string) => page.getByRole("radio", { name, exact: true });

/** The choice stands in the address, so the button shows it a moment later. */
async function choose(page: Page, name: string): Promise<void> {
  await mode(page, name).click();
  await expect(mode(page, name)).toBeChecked();
}

const zoomOf = (page: Page) => stage(page).getByText(/^\d+%$/);

test("one zoom and one place for every way to compare", async ({ page, baseURL }) => {
  await openResult(page, baseURL ?? "");
  await expect(stage(page).getByRole("img", { name: "Before" })).toBeVisible();
  const before = await zoomOf(page).textContent();
  await page.keyboard.press("Control+=");
  await expect(zoomOf(page)).not.toHaveText(before ?? "");
  const zoomed = (await zoomOf(page).textContent()) ?? "";
  for (const name of ["Blink", "Onion skin", "Difference", "Slider"]) {
    await choose(page, name);
    await expect(zoomOf(page)).toHaveText(zoomed);
  }
  await page.keyboard.press("1");
  await expect(zoomOf(page)).toHaveText("100%");
  await page.keyboard.press("0");
  await expect(zoomOf(page)).toHaveText(before ?? "");
});

test("side by side moves both pictures, however they are moved", async ({ page, baseURL }) => {
  await openResult(page, baseURL ?? "");
  await choose(page, "Side by side");
  await page.keyboard.press("1");
  const [left, right] = ["Before", "After"].map((name) => stage(page).getByRole("img", { name }));
  const places = async () => [await left?.boundingBox(), await right?.boundingBox()].map((box) => Math.round(box?.x ?? 0));
  const [leftBefore = 0, rightBefore = 0] = await places();
  const box = await stage(page).boundingBox();
  await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 250);
  await page.mouse.down();
  await page.mouse.move((box?.x ?? 0) + 160, (box?.y ?? 0) + 250, { steps: 4 });
  await page.mouse.up();
  await expect.poll(places).toEqual([leftBefore - 40, rightBefore - 40]);
});

test("C goes through the ways to compare, and the original is seen while \\ is down", async ({ page, baseURL }) => {
  await openResult(page, baseURL ?? "");
  await page.keyboard.press("c");
  await expect(mode(page, "Side by side")).toBeChecked();
  await page.keyboard.press("c");
  await expect(mode(page, "Blink")).toBeChecked();
  await expect(page).toHaveURL(/compare=blink/);
  const label = (name: string) => stage(page).getByText(name, { exact: true });
  await expect(label("Before")).toHaveCount(0);
  await page.keyboard.down("\\");
  await expect(label("Before")).toBeVisible();
  await page.keyboard.up("\\");
  await expect(label("Before")).toHaveCount(0);
});

test("the map tells how much differs, and less with a higher threshold", async ({ page, baseURL }) => {
  await openResult(page, baseURL ?? "");
  await result(page).getByRole("button", { name: "Show the map" }).click();
  const told = stage(page)
    .getByRole("status")
    .filter({ hasText: /differs/ });
  await expect(stage(page).getByRole("img", { name: "Where the pictures differ" })).toBeVisible();
  const share = async () => Number.parseFloat((await told.textContent()) ?? "");
  const all = await share();
  expect(all).toBeGreaterThan(0);
  // Outside the mask nothing has changed.
  expect(all).toBeLessThan(40);
  const threshold = page.getByRole("slider", { name: "From" });
  await threshold.fill("0");
  await expect.poll(share).toBeGreaterThan(all);
  await threshold.fill("40");
  await expect.poll(share).toBeLessThanOrEqual(all);
});

test("the loupe reads the same pixel of both pictures", async ({ page, baseURL }) => {
  const { project, edit } = await openResult(page, baseURL ?? "");
  await page.keyboard.press("1");
  await page.keyboard.press("i");
  const loupe = page.getByRole("region", { name: "Loupe" });
  await expect(loupe).toContainText(/R \d+/);
  const [, x = "0", y = "0"] = /x (\d+) · y (\d+)/.exec((await loupe.textContent()) ?? "") ?? [];
  for (const [name, id] of [
    ["Before", project.edits[0]?.picture.id],
    ["After", edit.picture.id],
  ] as const) {
    const bytes = Buffer.from(await (await fetch(`${baseURL}${paths.pictureFile(id ?? "")}`)).arrayBuffer());
    const pixel = await sharp(bytes)
      .removeAlpha()
      .extract({ left: Number(x), top: Number(y), width: 1, height: 1 })
      .raw()
      .toBuffer();
    const shown = loupe.getByRole("figure").filter({ hasText: name });
    for (const [at, channel] of ["R", "G", "B"].entries()) await expect(shown).toContainText(`${channel} ${pixel[at]}`);
  }
});

test("several results stand in one grid and are picked by number", async ({ page, baseURL }) => {
  const { project } = await openResult(page, baseURL ?? "", [1, 2]);
  await choose(page, "Grid");
  const cells = stage(page).getByRole("button", { name: /^\d ?FLUX/ });
  await expect(cells).toHaveCount(2);
  await page.keyboard.press("1");
  await expect(page).toHaveURL(new RegExp(`edit=${project.edits[1]?.id}`));
});

test("choosing the grid moves no way to compare, and nothing lies over a result but its own label", async ({ page, baseURL }) => {
  await openResult(page, baseURL ?? "", [1, 2]);
  for (const width of [1440, 1024]) {
    await page.setViewportSize({ width, height: 800 });
    await expectStill(page);
  }
});

async function expectStill(page: Page): Promise<void> {
  await choose(page, "Slider");
  const placeOf = async (name: string) => Math.round((await page.getByRole("radio", { name, exact: true }).boundingBox())?.x ?? 0);
  const modes = ["Slider", "Blink", "Grid", "Result"];
  const before = await Promise.all(modes.map(placeOf));
  for (const name of ["Grid", "Result"]) {
    await choose(page, name);
    expect(await Promise.all(modes.map(placeOf)), name).toEqual(before);
  }
  await choose(page, "Grid");
  const bar = await page.getByRole("radiogroup", { name: "How to compare" }).boundingBox();
  for (const picture of await stage(page).getByRole("img", { name: "a quiet lake" }).all()) {
    const box = await picture.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  }
}

test("the modes stand where they stood when a result is there to be compared", async ({ page, baseURL }) => {
  const { project } = await openResult(page, baseURL ?? "");
  const edit = page.getByRole("tab", { name: "Edit" });
  for (const width of [1440, 1024]) {
    await page.setViewportSize({ width, height: 800 });
    const before = await edit.boundingBox();
    await page
      .getByRole("navigation", { name: "History" })
      .getByRole("button", { name: /^(current )?Coast$/ })
      .click();
    await expect(page.getByRole("region", { name: "Picture" })).toBeVisible();
    expect((await edit.boundingBox())?.x, `${width}`).toBe(before?.x);
    await page.goto(`/projects/${project.id}?mode=edit&edit=${project.edits.at(-1)?.id}`);
    await expect(result(page)).toBeVisible();
  }
});

test("on a telephone the ways to compare leave most of the height to the picture", async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openResult(page, baseURL ?? "", [1, 2]);
  await choose(page, "Result");
  const modes = page.getByRole("radiogroup", { name: "How to compare" });
  expect((await modes.boundingBox())?.height ?? 99).toBeLessThan(50);
  await expect(mode(page, "Result")).toBeInViewport();
});

test("any two edits of a project can be compared", async ({ page, baseURL }) => {
  const { project } = await openResult(page, baseURL ?? "", [1, 2]);
  await stage(page).getByRole("button", { name: "with Coast" }).click();
  await page.getByRole("region", { name: "Compare with…" }).getByRole("button", { name: "a quiet lake" }).click();
  await expect(page).toHaveURL(new RegExp(`before=${project.edits[1]?.id}`));
  await expect(stage(page).getByRole("button", { name: "with a quiet lake" })).toBeVisible();
});

test("a part of the result is taken out by the brush, undone, kept over a reload and joined at full size", async ({ page, baseURL }) => {
  const { project, edit } = await openResult(page, baseURL ?? "");
  await expect(result(page)).toContainText("Your pixels are kept");
  await expect(result(page)).toContainText(/^.*0 of [\d,]+ pixels outside the mask changed/);
  await page.keyboard.press("k");
  const keep = page.getByRole("region", { name: "Keep part of the result" });
  const apply = keep.getByRole("button", { name: "Apply" });
  await expect(apply).toBeDisabled();
  await paintAcross(page);
  await expect(apply).toBeEnabled();
  await page.keyboard.press("Control+z");
  await expect(apply).toBeDisabled();
  await expect.poll(() => keptOperations(page)).toBe(0);
  await page.keyboard.press("Control+Shift+z");
  await expect(apply).toBeEnabled();
  // What is written down a moment later is promised within a second, not before the hand is at another key.
  await expect.poll(() => keptOperations(page)).toBe(1);
  await page.reload();
  await result(page).getByRole("button", { name: "Keep part" }).click();
  await expect(apply).toBeEnabled();
  await apply.click();
  await expect(keep).toHaveCount(0);
  await expect(result(page)).toContainText("are the original, exactly");

  const { edits } = await projectOf(baseURL ?? "", project.id);
  const joined = edits.at(-1);
  expect(joined).toMatchObject({ kind: "local", parentId: edit.parentId, predictionId: edit.predictionId, fidelity: { method: "blend" } });
  expect(joined?.fidelity?.changed ?? 0).toBeLessThan(edit.fidelity?.changed ?? 0);
  expect(joined?.fidelity?.outside?.changed).toBe(0);
});

test("while one paints, the original is seen under the brush and the result beside it", async ({ page, baseURL }) => {
  await openResult(page, baseURL ?? "");
  await page.keyboard.press("k");
  const keep = page.getByRole("region", { name: "Keep part of the result" });
  await expect(keep.locator("canvas").first()).toBeVisible();
  await page.keyboard.down("\\");
  await expect(keep.getByRole("img", { name: "Before" })).toBeVisible();
  const original = await lookAt(page);
  await page.keyboard.up("\\");
  await expect(keep.getByRole("img", { name: "What you keep" })).toBeVisible();
  const result = await lookAt(page);
  expect(distance(original.middle, result.middle)).toBeGreaterThan(4);
  await paintAcross(page);
  await expect.poll(async () => distance((await lookAt(page)).middle, original.middle)).toBeLessThan(1);
  expect(distance((await lookAt(page)).below, result.below)).toBeLessThan(1);
  await page.keyboard.press("Control+z");
  await expect.poll(async () => distance((await lookAt(page)).middle, result.middle)).toBeLessThan(1);
});

/** Two places of the stage: in the middle of what was repainted, and where the brush does not come. */
async function lookAt(page: Page) {
  await page.mouse.move(2, 2);
  const box = await page.getByRole("region", { name: "Keep part of the result" }).boundingBox();
  if (!box) throw new Error("Expected a place to paint on but found none");
  const place = async (x: number, y: number) => {
    const clip = { x: box.x + box.width * x - 10, y: box.y + box.height * y - 6, width: 20, height: 12 };
    return sharp(await page.screenshot({ clip }))
      .removeAlpha()
      .raw()
      .toBuffer();
  };
  return { middle: await place(0.49, 0.5), below: await place(0.49, 0.62) };
}

function distance(one: Buffer, other: Buffer): number {
  return one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0) / one.length;
}

async function paintAcross(page: Page): Promise<void> {
  const canvas = page.getByRole("region", { name: "Keep part of the result" });
  const box = await canvas.boundingBox();
  if (!box) throw new Error("Expected a place to paint on but found none");
  // The brush paints once the pixels of both pictures are there.
  await expect(canvas.locator("canvas").first()).toBeVisible();
  await page.mouse.move(box.x + box.width * 0.42, box.y + box.height * 0.5);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.56, box.y + box.height * 0.5, { steps: 8 });
  await page.mouse.up();
}

test("a result is taken away in another format and size, and says how it was made", async ({ page, baseURL }) => {
  await openResult(page, baseURL ?? "");
  await result(page).getByRole("button", { name: "Download" }).click();
  const panel = page.getByRole("region", { name: "Download" });
  await expect(panel).not.toContainText("rounds every pixel");
  await panel.getByRole("combobox", { name: "Format" }).selectOption("webp");
  await expect(panel).toContainText("rounds every pixel");
  await panel.getByRole("combobox", { name: "Size" }).selectOption({ label: "512 × 341" });
  const started = page.waitForEvent("download");
  await panel.getByRole("link", { name: "Download file" }).click();
  const download = await started;
  expect(download.suggestedFilename()).toMatch(/^Coast flux-fill-dev seed 7 .*\.webp$/);
  const facts = await sharp(await readFile(await download.path())).metadata();
  expect([facts.format, facts.width, facts.height]).toEqual(["webp", 512, 341]);
  expect(facts.xmpAsString).toContain("digitalsourcetype/algorithmicallyEnhanced");
  expect(facts.xmpAsString).toContain("a quiet lake");
});

test("a result leaves as layers, and the panel says at once where that is seen", async ({ page, baseURL }) => {
  await openResult(page, baseURL ?? "");
  await result(page).getByRole("button", { name: "Download" }).click();
  const panel = page.getByRole("region", { name: "Download" });
  await expect(panel.getByRole("status")).toBeEmpty();
  for (const [format, beginning] of [
    ["PSD", "8BPS"],
    ["ORA", "PK"],
  ] as const) {
    const started = page.waitForEvent("download");
    await panel.getByRole("link", { name: format }).click();
    await expect(panel.getByRole("status")).toHaveText(/^On its way/);
    const bytes = await readFile(await (await started).path());
    expect(bytes.toString("latin1", 0, beginning.length)).toBe(beginning);
    if (format === "PSD") expect(readPsd(bytes).layers.map(({ name }) => name)).toEqual(["Original", "Result", "Edit"]);
  }
});

test("a picture is copied to the clipboard", async ({ page, context, baseURL }) => {
  await openResult(page, baseURL ?? "");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await result(page).getByRole("button", { name: "Download" }).click();
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
  expect(types).toContain("image/png");
});

test("the results of the grid leave as a contact sheet, one picture or one page", async ({ page, baseURL }) => {
  await openResult(page, baseURL ?? "", [1, 2]);
  await choose(page, "Grid");
  await expect(stage(page).getByRole("button", { name: /^1 ?FLUX.*seed 1/ })).toBeVisible();
  await stage(page).getByRole("button", { name: "Contact sheet" }).click();
  const take = async (name: string) => {
    const asked = page.waitForEvent("download");
    await page.getByRole("region", { name: "Contact sheet" }).getByRole("button", { name }).click();
    const file = await asked;
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  };
  const png = await take("PNG");
  expect(png.name).toBe("a quiet lake Contact sheet.png");
  const { width: wide = 0, height: high = 0, channels } = await sharp(png.bytes).metadata();
  expect(wide).toBeGreaterThan(2 * 640);
  const { data } = await sharp(png.bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [...data.subarray((y * wide + x) * channels, (y * wide + x) * channels + 3)];
  expect(at(5, 5)).toEqual([255, 255, 255]);
  for (const x of [wide * 0.25, wide * 0.75]) expect(at(Math.round(x), Math.round(high * 0.4))).not.toEqual([255, 255, 255]);
  const pdf = await take("PDF");
  expect(pdf.bytes.subarray(0, 5).toString()).toBe("%PDF-");
  expect(pdf.bytes.toString("latin1")).toContain(`/Width ${wide} /Height ${high}`);
});
