/** Masks that come from elsewhere in the project: the one painted last, and what differs between two edits. */
import type { Page } from "@playwright/test";
import { encodePng } from "#lib/testing/fake-gateway/png.ts";
import { type Edit, paths } from "#lib/wire.ts";
import { chooseFiles, makeProject, openStudio, pngFile } from "./journey.ts";
import { coverageOf, onPicture, openCanvas, paint } from "./mask-canvas.ts";
import { drawScene } from "./pictures.ts";
import { askJson, upload } from "./studio-client.ts";
import { expect, test } from "./test.ts";

/** A project of two edits: a scene, and the same with a red box over an eighth of it. */
async function openTwoEdits(page: Page, origin: string): Promise<string> {
  const project = await makeProject(drawScene(960, 640));
  const second = await upload(origin, drawScene(960, 640, { left: 120, top: 80, right: 360, bottom: 400 }));
  const answer = await askJson(origin, paths.edits(project.id), { pictureId: second.id, name: "Boxed", makeCurrent: false });
  const edit: Edit = JSON.parse(answer.text);
  await page.goto(`/projects/${project.id}?mode=fill`);
  await expect(coverageOf(page)).toHaveText("nothing masked yet");
  return `/projects/${project.id}?mode=fill&edit=${edit.id}&compare=result`;
}

test("the last mask of the project is painted again on another edit, and taken back in one step", async ({ page, baseURL }) => {
  const other = await openTwoEdits(page, baseURL ?? "");
  await paint(page, await onPicture(page, 0.3, 0.5), await onPicture(page, 0.6, 0.6));
  await paint(page, await onPicture(page, 0.3, 0.8), await onPicture(page, 0.4, 0.8));
  await expect(coverageOf(page)).toHaveText(/2 regions$/);
  const painted = (await coverageOf(page).textContent()) ?? "";
  await page.goto(other);
  await expect(coverageOf(page)).toHaveText("nothing masked yet");
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: "The last mask of this project" }).click();
  await expect(coverageOf(page)).toHaveText(painted);
  await page.keyboard.press("Control+z");
  await expect(coverageOf(page)).toHaveText("nothing masked yet");
  await page.keyboard.press("Shift+M");
  await expect(coverageOf(page)).toHaveText(painted);
});

test("what differs between two edits becomes a mask", async ({ page, baseURL }) => {
  await page.goto(await openTwoEdits(page, baseURL ?? ""));
  await expect(coverageOf(page)).toHaveText("nothing masked yet");
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: "From what changed…" }).click();
  await page.getByRole("button", { name: "Mark what changed" }).click();
  // The box is 240 by 320 of 960 by 640 pixels.
  await expect(coverageOf(page)).toHaveText(/^mask 1[23]% · 1 region$/);
});

test("a mask file counts by its greys, or by what is opaque where it has transparent pixels", async ({ page }) => {
  await openCanvas(page);
  const open = async (png: Buffer) => {
    await page.getByRole("button", { name: "More", exact: true }).click();
    await chooseFiles(page, page.getByRole("button", { name: "Open a mask file…" }), [pngFile("mask.png", png)]);
  };
  const size = { width: 96, height: 64 };
  await open(encodePng({ ...size, channels: 1, pixel: (x) => [x < 48 ? 153 : 0] }));
  await expect(coverageOf(page)).toHaveText("mask 30% · 1 region");
  await page.keyboard.press("Delete");
  // Black all over: its colour says nothing.
  await open(encodePng({ ...size, channels: 4, pixel: (_, y) => [0, 0, 0, y < 16 ? 255 : 0] }));
  await expect(coverageOf(page)).toHaveText("mask 25% · 1 region");
});

test("what a picture has transparent becomes a mask", async ({ page }) => {
  const cut = encodePng({ width: 480, height: 320, channels: 4, pixel: (x) => [200, 120, 40, x < 120 ? 0 : 255] });
  await openStudio(page, cut, { mode: "fill" });
  await expect(coverageOf(page)).toHaveText("nothing masked yet");
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: "From transparent pixels" }).click();
  await expect(coverageOf(page)).toHaveText("mask 25% · 1 region");
});
