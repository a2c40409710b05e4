/** A mask belongs to one picture: whatever is chosen for the slot is what the stage shows, with the mask that is its own. */
import { type Edit, type Project, paths } from "#lib/wire.ts";
import { makeProject } from "./journey.ts";
import { canvasOf, coverageOf, onPicture, paint } from "./mask-canvas.ts";
import { drawScene } from "./pictures.ts";
import { askJson, upload } from "./studio-client.ts";
import { expect, test } from "./test.ts";

test("a picture chosen for the slot comes onto the stage, and a run takes the mask that was painted on it", async ({ page, baseURL }) => {
  const origin = baseURL ?? "";
  const project = await makeProject(drawScene(960, 640));
  const second = await upload(origin, drawScene(480, 480, { left: 120, top: 80, right: 360, bottom: 400 }));
  const answer = await askJson(origin, paths.edits(project.id), { pictureId: second.id, name: "Boxed", makeCurrent: false });
  const boxed: Edit = JSON.parse(answer.text);
  await page.goto(`/projects/${project.id}?mode=fill`);
  await expect(coverageOf(page)).toHaveText("nothing masked yet");
  await paint(page, await onPicture(page, 0.3, 0.5), await onPicture(page, 0.6, 0.6));
  await expect(coverageOf(page)).toHaveText(/1 region$/);
  const painted = (await coverageOf(page).textContent()) ?? "";

  await page.getByRole("button", { name: /^Choose from the library/ }).click();
  await page.getByRole("region", { name: "This project" }).getByRole("button", { name: "Boxed" }).click();
  await expect(canvasOf(page)).toHaveAccessibleName("Paint the mask on Boxed");
  await expect(coverageOf(page)).toHaveText("nothing masked yet");
  await page.goBack();
  await expect(coverageOf(page)).toHaveText(painted);
  await page.goForward();
  await expect(coverageOf(page)).toHaveText("nothing masked yet");

  await paint(page, await onPicture(page, 0.4, 0.4), await onPicture(page, 0.5, 0.4));
  await expect(coverageOf(page)).toHaveText(/1 region$/);
  await page.getByRole("textbox", { name: "Prompt", exact: true }).fill("remove it");
  await page.getByRole("button", { name: /^Fill/ }).last().click();
  await expect(page.getByRole("region", { name: "Result" })).toBeVisible();
  const stored: Project = JSON.parse(await (await page.request.get(`${origin}${paths.project(project.id)}`)).text());
  const [prediction] = stored.predictions;
  expect([prediction?.inputs.image, prediction?.parentEditId]).toEqual([second.id, boxed.id]);
  const mask = await (await page.request.get(`${origin}${paths.picture(String(prediction?.inputs.mask))}`)).json();
  expect([mask.width, mask.height]).toEqual([480, 480]);
});
