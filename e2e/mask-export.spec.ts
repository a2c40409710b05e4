/**
 * The mask that leaves is the mask that was seen: painted by hand on screens of every sharpness, on photographs that were taken with the
 * camera held in each of eight ways, and compared pixel by pixel with what the hand did on the screen.
 */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import type { Viewport } from "#components/ui/viewport.ts";
import { drawReference, type Gesture, sharedBy } from "#lib/testing/mask-reference.ts";
import { openStudio } from "./journey.ts";
import { canvasOf, coverageOf, onCanvas, paint } from "./mask-canvas.ts";
import { withOrientation } from "./orientation.ts";
import { expect, test } from "./test.ts";

const size = { width: 360, height: 240 };
/** A dark disc on light ground, off the middle both ways. */
const disc = { x: 90, y: 60, radius: 24 };

async function drawPhotograph(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ({ width, height, x, y, radius }) => {
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      const context = canvas.getContext("2d");
      if (!context) return "";
      context.fillStyle = "#d8d4cc";
      context.fillRect(0, 0, width, height);
      context.fillStyle = "#102040";
      context.arc(x, y, radius, 0, 7);
      context.fill();
      return canvas.toDataURL("image/jpeg", 0.95).split(",")[1] ?? "";
    },
    { ...size, ...disc },
  );
  return Buffer.from(base64, "base64");
}

/** Levels of the first channel. */
async function decode(page: Page, png: Buffer): Promise<{ readonly width: number; readonly height: number; readonly levels: Uint8Array }> {
  const found = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext("2d");
    context?.drawImage(bitmap, 0, 0);
    const data = context?.getImageData(0, 0, width, height).data ?? [];
    return { width, height, levels: Array.from({ length: width * height }, (_, at) => data[at * 4] ?? 0) };
  }, png.toString("base64"));
  return { ...found, levels: Uint8Array.from(found.levels) };
}

function middleOf({ width, levels }: { readonly width: number; readonly levels: Uint8Array }, isIn: (level: number) => boolean) {
  let [count, x, y] = [0, 0, 0];
  for (const [at, level] of levels.entries()) {
    if (!isIn(level)) continue;
    count += 1;
    x += (at % width) + 0.5;
    y += Math.floor(at / width) + 0.5;
  }
  return { x: x / count, y: y / count };
}

/** Where the picture lies on the page, by its element: zoom and corner. */
async function viewOf(page: Page, width: number): Promise<Viewport> {
  const box = await canvasOf(page).locator("> img").boundingBox();
  if (!box) throw new Error("Expected a picture on the canvas but found none");
  return { zoom: box.width / width, x: box.x, y: box.y };
}

async function download(page: Page): Promise<Buffer> {
  await page.getByRole("button", { name: "More", exact: true }).click();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download the mask" }).click()]);
  return readFile(await file.path());
}

const setSize = async (page: Page) => Number(await page.getByRole("slider", { name: "Size" }).getAttribute("aria-valuetext"));

for (const [at, deviceScaleFactor] of [1, 1.5, 2, 3, 1, 1.5, 2, 3].entries()) {
  const orientation = at + 1;
  test.describe(`a photograph held in way ${orientation}, on a screen of ${deviceScaleFactor} pixels a point`, () => {
    test.use({ deviceScaleFactor, viewport: { width: 1280, height: 800 } });

    test("is masked where it was painted on, and by what was painted", async ({ page }) => {
      await openStudio(page, withOrientation(await drawPhotograph(page), orientation), { mode: "fill" });
      await expect(coverageOf(page)).toHaveText("nothing masked yet");
      await expect(canvasOf(page).locator("> img")).toBeVisible();
      const isTurned = orientation > 4;
      const { width, height } = isTurned ? { width: size.height, height: size.width } : size;
      // Somebody zooms out a little, about no place in particular.
      const about = await onCanvas(page, 0.43, 0.57);
      await page.mouse.move(...about);
      await page.keyboard.down("Control");
      await page.mouse.wheel(0, 40);
      await page.keyboard.up("Control");
      const view = await viewOf(page, width);

      // On the screen the disc is wherever it is seen: a dab goes there.
      const seen = await decode(page, await page.screenshot({ scale: "css", clip: await clipOf(page) }));
      const clip = await clipOf(page);
      const dark = middleOf(seen, (level) => level < 90);
      const dab = { x: Math.round(clip.x + dark.x), y: Math.round(clip.y + dark.y) };
      await paint(page, [dab.x, dab.y]);
      const brush = { kind: "stroke", size: await setSize(page), hardness: 0.8 } as const;
      const gestures: Gesture[] = [{ ...brush, mode: "add", dabs: [{ ...dab, pressure: 1 }] }];
      const middle = (await decode(page, await download(page))).levels;
      const shown = { width, levels: middle };
      const painted = middleOf(shown, (level) => level > 127);
      const held = heldIn(orientation, disc);
      expect(Math.hypot(painted.x - held.x, painted.y - held.y)).toBeLessThan(2);

      // Then a stroke, a lasso that adds, and one that takes away.
      const place = (x: number, y: number) => ({
        x: Math.round(view.x + view.zoom * width * x),
        y: Math.round(view.y + view.zoom * height * y),
      });
      const [from, to] = [place(0.55, 0.7), place(0.8, 0.45)];
      await paint(page, [from.x, from.y], [to.x, to.y]);
      gestures.push({ ...brush, mode: "add", dabs: [from, to].map((one) => ({ ...one, pressure: 1 })) });
      await page.keyboard.press("l");
      for (const [name, mode, corners] of [
        ["Add", "add", [place(0.1, 0.6), place(0.45, 0.9), place(0.2, 0.95)]],
        ["Subtract", "subtract", [place(0.3, 0.5), place(0.7, 0.8), place(0.3, 0.9)]],
      ] as const) {
        await page.getByRole("button", { name, exact: true }).click();
        await paint(page, ...corners.map(({ x, y }) => [x, y] as const));
        gestures.push({ kind: "polygon", mode, corners });
      }
      const mask = await decode(page, await download(page));
      expect([mask.width, mask.height]).toEqual([width, height]);
      const reference = drawReference({ width, height, view, gestures });
      expect(sharedBy(mask.levels, reference)).toBeGreaterThanOrEqual(0.999);
    });
  });
}

/** Where a place of the photograph as it was taken lies once it is held upright. */
function heldIn(orientation: number, { x, y }: { readonly x: number; readonly y: number }) {
  const { width, height } = size;
  const places = [
    { x, y },
    { x: width - x, y },
    { x: width - x, y: height - y },
    { x, y: height - y },
    { x: y, y: x },
    { x: height - y, y: x },
    { x: height - y, y: width - x },
    { x: y, y: width - x },
  ];
  return places[orientation - 1] ?? { x, y };
}

/** The part of the page where nothing but the picture is seen. */
async function clipOf(page: Page) {
  const box = await canvasOf(page).locator("> img").boundingBox();
  const room = await canvasOf(page).boundingBox();
  if (!box || !room) throw new Error("Expected a picture on the canvas but found none");
  const left = Math.max(box.x, room.x + 64);
  const top = Math.max(box.y, room.y + 56);
  const right = Math.min(box.x + box.width, room.x + room.width);
  const bottom = Math.min(box.y + box.height, room.y + room.height - 52);
  return { x: Math.ceil(left), y: Math.ceil(top), width: Math.floor(right - left) - 1, height: Math.floor(bottom - top) - 1 };
}
