/** Painting a mask: by hand and by key, undone, kept over a reload, and sent with the run. */
import type { Page } from "@playwright/test";
import { type Project, paths } from "#lib/wire.ts";
import { keptOperations } from "./mask-canvas.ts";
import { drawScene } from "./pictures.ts";
import { expect, test } from "./test.ts";

const canvas = (page: Page) => page.getByRole("application");
const coverage = (page: Page) => page.getByRole("status").filter({ hasText: /mask/ });

async function openFill(page: Page, origin: string): Promise<Project> {
  const headers = { origin };
  const uploaded = await page.request.post(`${origin}${paths.pictures}`, {
    headers: { ...headers, "content-type": "image/png", "x-file-name": "scene.png" },
    data: drawScene(960, 640),
  });
  const { id: pictureId } = await uploaded.json();
  const made = await page.request.post(`${origin}${paths.projects}`, { headers, data: { name: "Mask", pictureId } });
  const project: Project = await made.json();
  await page.goto(`/projects/${project.id}?mode=fill`);
  await expect(coverage(page)).toHaveText("nothing masked yet");
  return project;
}

async function drag(page: Page, ...places: readonly (readonly [number, number])[]): Promise<void> {
  const box = await canvas(page).boundingBox();
  if (!box) throw new Error("Expected a canvas on the page but found none");
  const [first, ...others] = places.map(([x, y]) => [box.x + box.width * x, box.y + box.height * y] as const);
  if (!first) return;
  await page.mouse.move(...first);
  await page.mouse.down();
  for (const place of others) await page.mouse.move(...place, { steps: 8 });
  await page.mouse.up();
}

test("a painted mask is undone, painted again, survives a reload and is filled", async ({ page, baseURL }) => {
  const project = await openFill(page, baseURL ?? "");
  await drag(page, [0.4, 0.5], [0.6, 0.5]);
  await expect(coverage(page)).toHaveText(/^mask \d.* · 1 region$/);
  await drag(page, [0.4, 0.7], [0.6, 0.7]);
  await expect(coverage(page)).toHaveText(/2 regions$/);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(coverage(page)).toHaveText("nothing masked yet");
  await page.keyboard.press("Control+Shift+z");
  await expect(coverage(page)).toHaveText(/1 region$/);
  const painted = await coverage(page).textContent();
  await expect.poll(() => keptOperations(page)).toBe(1);
  await page.reload();
  await expect(coverage(page)).toHaveText(painted ?? "");

  await page.getByRole("textbox", { name: "Prompt", exact: true }).fill("remove it");
  await page.getByRole("button", { name: /^Fill/ }).last().click();
  await expect(page.getByRole("region", { name: "Result" })).toBeVisible();
  const stored: Project = await (await page.request.get(`${baseURL}${paths.project(project.id)}`)).json();
  const maskId = String(stored.predictions[0]?.inputs.mask);
  const mask = await (await page.request.get(`${baseURL}${paths.picture(maskId)}`)).json();
  expect([mask.width, mask.height, mask.format]).toEqual([960, 640, "png"]);
  const edit = stored.edits.at(-1);
  const [before, after, painting] = [stored.edits[0]?.picture.id, edit?.picture.id, maskId].map((id) => paths.pictureFile(String(id)));
  const changed = await countChanged(page, { before, after, mask: painting });
  expect(changed.outside).toBe(0);
  expect(changed.inside).toBeGreaterThan(1000);
});

interface Compared {
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly mask: string | undefined;
}

/** As far as what is pasted back fades into what was there. */
const seam = 12;

/** How many pixels of two pictures are another: where the mask is not black or nearly so, and where it is black all around. */
async function countChanged(page: Page, pictures: Compared): Promise<{ readonly inside: number; readonly outside: number }> {
  return page.evaluate(
    async ({ before, after, mask, reach }) => {
      const read = async (address: string | undefined) => {
        const bitmap = await createImageBitmap(await (await fetch(address ?? "")).blob());
        const { width, height } = bitmap;
        const context = new OffscreenCanvas(width, height).getContext("2d");
        context?.drawImage(bitmap, 0, 0);
        return { width, height, data: context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray() };
      };
      const [one, other, levels] = await Promise.all([read(before), read(after), read(mask)]);
      const { width, height } = one;
      const isNear = new Uint8Array(width * height);
      for (let at = 0; at < isNear.length; at += 1) {
        if (levels.data[at * 4] === 0) continue;
        const [column, row] = [at % width, Math.floor(at / width)];
        const [left, right] = [Math.max(0, column - reach), Math.min(width, column + reach + 1)];
        for (let near = Math.max(0, row - reach); near < Math.min(height, row + reach + 1); near += 1)
          isNear.fill(1, near * width + left, near * width + right);
      }
      const changed = { inside: 0, outside: 0 };
      for (let at = 0; at < isNear.length; at += 1) {
        const isSame = [0, 1, 2].every((channel) => one.data[at * 4 + channel] === other.data[at * 4 + channel]);
        if (!isSame) changed[isNear[at] ? "inside" : "outside"] += 1;
      }
      return changed;
    },
    { ...pictures, reach: seam },
  );
}

test("shapes add and take away, and the whole mask is inverted and cleared by key", async ({ page, baseURL }) => {
  await openFill(page, baseURL ?? "");
  await page.keyboard.press("m");
  await drag(page, [0.3, 0.3], [0.6, 0.6]);
  await expect(coverage(page)).toHaveText(/1 region$/);
  await page.getByRole("button", { name: "Subtract" }).click();
  await drag(page, [0.42, 0.25], [0.48, 0.65]);
  await expect(coverage(page)).toHaveText(/2 regions$/);
  await page.keyboard.press("Shift+I");
  await expect(coverage(page)).toHaveText(/mask 8\d% · 1 region$|mask 9\d% · 1 region$/);
  await page.keyboard.press("Delete");
  await expect(coverage(page)).toHaveText("nothing masked yet");
});

test("one paints without a pointer, and Escape forgets a stroke", async ({ page, baseURL }) => {
  await openFill(page, baseURL ?? "");
  await canvas(page).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await expect(coverage(page)).toHaveText(/1 region$/);
  await page.keyboard.press("Control+z");
  const box = await canvas(page).boundingBox();
  await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 300);
  await page.mouse.down();
  await page.mouse.move((box?.x ?? 0) + 400, (box?.y ?? 0) + 320, { steps: 4 });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(coverage(page)).toHaveText("nothing masked yet");
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
});

/** Keys one after the other without a journey to the browser and back for each; the page sees a frame after some of them. */
async function pressAll(page: Page, presses: readonly { readonly key: string; readonly ctrlKey?: boolean; readonly shiftKey?: boolean }[]) {
  await page.evaluate(async (all) => {
    for (const [at, press] of all.entries()) {
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { ...press, bubbles: true, cancelable: true }));
      if (at % 10 === 9) await new Promise(requestAnimationFrame);
    }
  }, presses);
}

test("two hundred steps are taken back after a reload, and done again", async ({ page, baseURL }) => {
  await openFill(page, baseURL ?? "");
  await canvas(page).focus();
  const dabs = Array.from({ length: 200 }, (_, at) => [{ key: at % 40 < 20 ? "ArrowRight" : "ArrowLeft" }, { key: " " }]).flat();
  await pressAll(page, dabs);
  await expect(coverage(page)).toHaveText(/mask \d/);
  await expect.poll(() => keptOperations(page)).toBe(200);
  const painted = (await coverage(page).textContent()) ?? "";
  await page.reload();
  await expect(coverage(page)).toHaveText(painted);
  const undo = { key: "z", ctrlKey: true };
  await pressAll(page, Array<typeof undo>(199).fill(undo));
  await expect(coverage(page)).toHaveText(/1 region$/);
  await expect(page.getByRole("button", { name: "Undo" })).toBeEnabled();
  await pressAll(page, [undo]);
  await expect(coverage(page)).toHaveText("nothing masked yet");
  const redo = { key: "Z", ctrlKey: true, shiftKey: true };
  await pressAll(page, Array<typeof redo>(200).fill(redo));
  await expect(coverage(page)).toHaveText(painted);
  await expect(page.getByRole("button", { name: "Redo" })).toBeDisabled();
});
