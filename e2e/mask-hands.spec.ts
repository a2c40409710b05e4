/** The hands' other work on the mask's canvas: coming near and going far, moving the picture, straight lines, shapes by key. */
import type { Page } from "@playwright/test";
import { canvasOf, coverageOf, keptOperations, onCanvas, onPicture, openCanvas, paint } from "./mask-canvas.ts";
import { expect, test } from "./test.ts";

const width = 960;
const most = 32;
const least = 0.02;

/** Where the picture lies, and whether lines between its pixels are seen, at one and the same moment. */
async function look(page: Page) {
  return canvasOf(page).evaluate((canvas) => {
    const box = canvas.querySelector(":scope > img")?.getBoundingClientRect();
    const grid = canvas.querySelector<HTMLElement>(".pixel-grid");
    return { x: box?.x ?? 0, y: box?.y ?? 0, width: box?.width ?? 0, hasGrid: grid !== null && !grid.hidden };
  });
}

/** Turns the wheel, a step at a time, until the zoom is that; answers what was seen on the way. */
async function wheelTo(page: Page, zoom: number, step: number) {
  const seen = [await look(page)];
  const isThere = () => Math.abs((seen.at(-1)?.width ?? 0) / width / zoom - 1) < 1e-3;
  await page.keyboard.down("Control");
  for (let turn = 0; turn < 60 && !isThere(); turn += 1) {
    const before = seen.at(-1)?.width;
    await page.mouse.wheel(0, step);
    await expect.poll(async () => (await look(page)).width).not.toBe(before);
    seen.push(await look(page));
  }
  await page.keyboard.up("Control");
  expect(isThere()).toBe(true);
  return seen;
}

test("what lies under the pointer stays there from one end of the zoom to the other, and pixels are told apart above 800 %", async ({
  page,
}) => {
  await openCanvas(page);
  const [x, y] = (await onPicture(page, 0.3, 0.4)).map(Math.round) as [number, number];
  await page.mouse.move(x, y);
  const under = (seen: { x: number; y: number; width: number }) => [
    (x - seen.x) / (seen.width / width),
    (y - seen.y) / (seen.width / width),
  ];
  const [left, top] = under(await look(page)) as [number, number];
  const inwards = await wheelTo(page, most, -120);
  await expect(page.getByRole("button", { name: "3,200%", exact: true })).toBeVisible();
  const outwards = await wheelTo(page, least, 240);
  await expect(page.getByRole("button", { name: "2%", exact: true })).toBeVisible();
  const seen = [...inwards, ...outwards];
  for (const one of seen) {
    const [hereX, hereY] = under(one) as [number, number];
    const zoom = one.width / width;
    // In pixels of the screen.
    expect(Math.abs(hereX - left) * zoom).toBeLessThan(1.5);
    expect(Math.abs(hereY - top) * zoom).toBeLessThan(1.5);
    expect(one.hasGrid).toBe(zoom > 8);
  }
  expect(seen.some(({ hasGrid }) => hasGrid)).toBe(true);
  await expect(coverageOf(page)).toHaveText("nothing masked yet");
});

test("the wheel zooms over what lies on the canvas too", async ({ page }) => {
  await openCanvas(page);
  await paint(page, await onPicture(page, 0.4, 0.5), await onPicture(page, 0.6, 0.5));
  await page.getByRole("button", { name: "What the model sees: lower right corner" }).hover();
  await wheelTo(page, least, 240);
  await wheelTo(page, most, -120);
  await expect(coverageOf(page)).toHaveText(/1 region$/);
});

test("a held Space, the middle button and the hand move the picture, and mark nothing", async ({ page }) => {
  await openCanvas(page);
  await canvasOf(page).focus();
  await page.keyboard.press("1");
  const [from, to] = [await onCanvas(page, 0.5, 0.5), await onCanvas(page, 0.6, 0.55)];
  const [across, down] = [to[0] - from[0], to[1] - from[1]];
  const moved = async (act: () => Promise<void>) => {
    const before = await look(page);
    await act();
    const after = await look(page);
    expect([after.x - before.x, after.y - before.y].map(Math.round)).toEqual([across, down].map(Math.round));
  };
  await moved(async () => {
    await page.keyboard.down("Space");
    await paint(page, from, to);
    await page.keyboard.up("Space");
  });
  await moved(async () => {
    await page.mouse.move(...from);
    await page.mouse.down({ button: "middle" });
    await page.mouse.move(...to, { steps: 4 });
    await page.mouse.up({ button: "middle" });
  });
  await page.keyboard.press("h");
  await moved(() => paint(page, from, to));
  await expect(coverageOf(page)).toHaveText("nothing masked yet");
  await page.keyboard.press("b");
  await paint(page, from, to);
  await expect(coverageOf(page)).toHaveText(/1 region$/);
});

test("Shift draws a straight line from the last place to the next, as far as both are apart", async ({ page }) => {
  await openCanvas(page);
  const [from, to] = [await onPicture(page, 0.3, 0.3), await onPicture(page, 0.7, 0.7)];
  await page.mouse.click(...from);
  await expect(coverageOf(page)).toHaveText(/1 region$/);
  const dab = (await coverageOf(page).textContent()) ?? "";
  await page.keyboard.down("Shift");
  await page.mouse.click(...to);
  await page.keyboard.up("Shift");
  await expect(coverageOf(page)).not.toHaveText(dab);
  await expect(coverageOf(page)).toHaveText(/1 region$/);
  // Its middle was never passed: a click there adds nothing.
  const joined = (await coverageOf(page).textContent()) ?? "";
  await page.mouse.click(...(await onPicture(page, 0.5, 0.5)));
  await expect.poll(() => keptOperations(page)).toBe(3);
  await expect(coverageOf(page)).toHaveText(joined);
});

test("a polygon is closed by key, an ellipse is cut out of it, and what is left is softened, smoothed and filled", async ({ page }) => {
  await openCanvas(page);
  await page.keyboard.press("p");
  for (const [x, y] of [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.75, 0.75],
    [0.25, 0.75],
  ] as const)
    await page.mouse.click(...(await onPicture(page, x, y)));
  await expect(coverageOf(page)).toHaveText("nothing masked yet");
  await page.keyboard.press("Enter");
  await expect(coverageOf(page)).toHaveText("mask 25% · 1 region");
  await page.keyboard.press("o");
  await page.getByRole("button", { name: "Subtract" }).click();
  await paint(page, await onPicture(page, 0.45, 0.45), await onPicture(page, 0.55, 0.55));
  await expect(coverageOf(page)).toHaveText("mask 24% · 1 region");
  const more = page.getByRole("button", { name: "More", exact: true });
  await more.click();
  await page.getByRole("button", { name: "Fill holes" }).click();
  await expect(coverageOf(page)).toHaveText("mask 25% · 1 region");
  for (const name of ["Feather 20", "Smooth 20"]) {
    await more.click();
    await page.getByRole("textbox", { name: "Amount in pixels" }).fill("20");
    await page.getByRole("button", { name }).click();
    await expect(more).toBeFocused();
    await expect(coverageOf(page)).toHaveText(/^mask 2[45]% · 1 region$/);
  }
  await page.getByRole("button", { name: "Intersect" }).click();
  await paint(page, await onPicture(page, 0.25, 0.25), await onPicture(page, 0.75, 0.75));
  // An ellipse in its own box covers 79 % of it.
  await expect(coverageOf(page)).toHaveText(/^mask (19|20)% · 1 region$/);
});

/** Of the brush's cursor as it is drawn: from where to where across, and whether something is drawn well inside of it. */
async function cursorOf(page: Page) {
  return canvasOf(page)
    .locator("> canvas.size-full")
    .evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas;
      const data = canvas.getContext("2d")?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
      const drawn = Array.from({ length: width * height }, (_, at) => at).filter((at) => (data[at * 4 + 3] ?? 0) > 100);
      const across = drawn.map((at) => at % width);
      const down = drawn.map((at) => Math.floor(at / width));
      const [left, right] = [
        across.reduce((one, other) => Math.min(one, other), width),
        across.reduce((one, other) => Math.max(one, other), 0),
      ];
      const [top, bottom] = [
        down.reduce((one, other) => Math.min(one, other), height),
        down.reduce((one, other) => Math.max(one, other), 0),
      ];
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const inside = drawn.filter((at) => Math.hypot((at % width) - x, Math.floor(at / width) - y) < (right - left) / 2 - 3);
      return { diameter: right - left + 1, height: bottom - top + 1, hasRing: inside.length > 0 };
    });
}

test("the cursor is as large as the brush, and a ring in it shows how far the brush is hard", async ({ page }) => {
  await openCanvas(page);
  const size = page.getByRole("slider", { name: "Size" });
  const wanted = async () => {
    const pixels = Number(await size.getAttribute("aria-valuetext"));
    return (pixels * (await look(page)).width) / width;
  };
  await page.mouse.move(...(await onCanvas(page, 0.5, 0.5)));
  for (const keys of [[], ["]", "]", "]", "]"], ["[", "[", "[", "["]]) {
    for (const key of keys) await page.keyboard.press(key);
    // With the line around it.
    await expect.poll(async () => Math.abs((await cursorOf(page)).diameter - (await wanted()) - 2)).toBeLessThan(2);
    const { diameter, height, hasRing } = await cursorOf(page);
    expect(Math.abs(height - diameter)).toBeLessThan(2);
    expect(hasRing).toBe(true);
  }
  await page.getByRole("slider", { name: "Hardness" }).fill("100");
  await page.mouse.move(...(await onCanvas(page, 0.52, 0.5)));
  await expect.poll(async () => (await cursorOf(page)).hasRing).toBe(false);
});

test("a mask is seen over the picture, in black and white, or not at all", async ({ page }) => {
  await openCanvas(page);
  await page.keyboard.press("m");
  await paint(page, await onPicture(page, 0.3, 0.3), await onPicture(page, 0.6, 0.6));
  await expect(coverageOf(page)).toHaveText(/1 region$/);
  const [inside, outside] = [await onPicture(page, 0.45, 0.45), await onPicture(page, 0.75, 0.45)];
  // Away from where is looked.
  await page.mouse.move(...(await onPicture(page, 0.45, 0.9)));
  const shot = async ([x, y]: readonly [number, number]) =>
    (await page.screenshot({ clip: { x: Math.round(x), y: Math.round(y), width: 16, height: 16 } })).toString("base64");
  const before = [await shot(inside), await shot(outside)];
  const view = page.getByRole("button", { name: /^Mask view/ });
  await page.keyboard.press("q");
  await expect(view).toHaveAccessibleName(/black and white/);
  await expect.poll(() => shot(outside)).not.toBe(before[1]);
  expect(await colourOf(page, await shot(inside))).toEqual([255, 255, 255]);
  expect(await colourOf(page, await shot(outside))).toEqual([0, 0, 0]);
  await page.keyboard.press("q");
  await expect(view).toHaveAccessibleName(/off/);
  await expect.poll(() => shot(outside)).toBe(before[1]);
  expect(await shot(inside)).not.toBe(before[0]);
  await page.keyboard.press("q");
  await expect(view).toHaveAccessibleName(/overlay/);
  await expect.poll(() => shot(inside)).toBe(before[0]);
});

/** The mean colour of a small picture. */
async function colourOf(page: Page, base64: string): Promise<readonly number[]> {
  return page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context?.drawImage(bitmap, 0, 0);
    const data = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
    const count = data.length / 4;
    return [0, 1, 2].map((channel) => Math.round(data.reduce((sum, value, at) => (at % 4 === channel ? sum + value : sum), 0) / count));
  }, base64);
}
