/** A picture is shown to somebody who only has a link: they compare, point, speak and judge, and the studio sees it. */
import type { Page } from "@playwright/test";
import { type Edit, type Project, paths } from "#lib/wire.ts";
import { expectClean } from "./axe.ts";
import { makeProject } from "./journey.ts";
import { drawScene } from "./pictures.ts";
import { askJson, enterReview, upload } from "./studio-client.ts";
import { expect, test } from "./test.ts";

async function makePair(origin: string): Promise<{ readonly project: Project; readonly edit: Edit }> {
  const project = await makeProject(drawScene(960, 640), "Coast");
  const picture = await upload(origin, drawScene(960, 641));
  const body = { pictureId: picture.id, name: "Brighter coast", parentEditId: project.currentEditId };
  const edit: Edit = JSON.parse((await askJson(origin, paths.edits(project.id), body)).text);
  return { project, edit };
}

async function makeLink(page: Page, project: Project): Promise<string> {
  await page.goto(`/projects/${project.id}`);
  await page.getByRole("button", { name: "Share" }).click();
  const panel = page.getByRole("region", { name: "Share" });
  await panel.getByRole("button", { name: "Make a review link" }).click();
  return panel.getByRole("textbox", { name: "Address of the link" }).inputValue();
}

const stage = (page: Page) => page.getByRole("main", { name: "Picture" });

test("somebody with a link compares, pins a remark by keyboard and asks for changes; the studio shows it and closes the link", async ({
  page,
  baseURL,
  quiet,
}) => {
  quiet.allow(/404/);
  const { project } = await makePair(baseURL ?? "");
  const address = await makeLink(page, project);

  await page.goto(address);
  await expect(page.getByRole("heading", { name: "Brighter coast" })).toBeVisible();
  await expect(stage(page).getByRole("img", { name: "Before" })).toBeVisible();
  for (const name of ["Side by side", "Blink", "Difference", "Slider"]) {
    await page.getByRole("radio", { name, exact: true }).check();
    await expect(page.getByRole("radio", { name, exact: true })).toBeChecked();
  }
  const why = page.getByText("Your name is needed to send a remark or to decide.");
  await expect(why).toBeVisible();
  await page.getByRole("textbox", { name: "Your name" }).fill("Ada");
  await expect(why).toHaveCount(0);
  await page.getByRole("textbox", { name: "Your remark" }).fill("The sky is too bright here");
  await page.getByRole("button", { name: "Pin a place" }).press("Enter");
  await expect(page.getByRole("button", { name: "New pin at 50 %, 35 %" })).toBeFocused();
  await page.keyboard.press("Shift+ArrowUp");
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("button", { name: "New pin at 49 %, 25 %" })).toBeFocused();
  await page.getByRole("button", { name: "Send", exact: true }).press("Enter");
  await expect(page.getByRole("list", { name: "Remarks" })).toContainText("The sky is too bright here");
  await expect(stage(page).getByRole("button", { name: "Remark 1 by Ada" })).toBeVisible();
  await page.getByRole("button", { name: "Request changes" }).click();
  await expect(page.getByRole("list", { name: "Remarks" })).toContainText("Changes requested");

  await page.goto(`/projects/${project.id}`);
  await expect(page.getByRole("navigation", { name: "History" })).toContainText("Changes requested");
  await page.getByRole("button", { name: "Share" }).click();
  const panel = page.getByRole("region", { name: "Share" });
  await expect(panel).toContainText("The sky is too bright here");
  await expect(panel).toContainText("2 remarks");
  await panel.getByRole("button", { name: /^Revoke the link/ }).click();
  await expect(panel).toContainText("revoked");

  await page.goto(address);
  await expect(page.getByRole("heading", { name: "This link is not open" })).toBeVisible();
});

test("a press on the picture moves the new pin, wherever the picture lies", async ({ page, baseURL }) => {
  const { project } = await makePair(baseURL ?? "");
  await page.goto(await makeLink(page, project));
  for (const [mode, name] of [
    ["Slider", "After"],
    ["Side by side", "After"],
  ] as const) {
    await page.getByRole("radio", { name: mode, exact: true }).check();
    await page.getByRole("button", { name: "Pin a place" }).click();
    const box = await stage(page).getByRole("img", { name }).boundingBox();
    if (!box) throw new Error("Expected the picture on the page");
    await page.mouse.click(box.x + box.width * 0.25, box.y + box.height * 0.75);
    await expect(page.getByRole("button", { name: "New pin at 25 %, 75 %" })).toBeVisible();
    await page.getByRole("button", { name: "Without a place" }).click();
  }
});

test("on a telephone the page of a link fits its width, in Chinese and in the light", async ({ page, baseURL }) => {
  const { project, edit } = await makePair(baseURL ?? "");
  // More pictures than stand beside one another in its width.
  for (const name of ["Calmer", "Colder", "Warmer"]) {
    await askJson(baseURL ?? "", paths.edits(project.id), { pictureId: edit.picture.id, name, parentEditId: edit.id });
  }
  const address = await makeLink(page, project);
  await page.setViewportSize({ width: 390, height: 844 });
  const url = baseURL ?? "";
  await page.context().addCookies([
    { name: "language", value: "zh-CN", url },
    { name: "theme", value: "light", url },
  ]);
  await page.goto(address);
  await expect(page.getByRole("button", { name: "要求修改" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const words = await page.getByRole("textbox", { name: "您的意见" }).boundingBox();
  expect((words?.x ?? 0) + (words?.width ?? 391)).toBeLessThanOrEqual(390);
});

test("in the studio a remark stands where it was placed, is answered and settled, and a note of one's own beside it", async ({
  page,
  baseURL,
}) => {
  const { project, edit } = await makePair(baseURL ?? "");
  const address = await makeLink(page, project);
  const { shareId, cookie } = await enterReview(baseURL ?? "", new URL(address).hash.slice(1));
  const said = { editId: edit.id, author: "Ada", text: "Too bright here", at: { x: 0.25, y: 0.75 }, verdict: null };
  await askJson(baseURL ?? "", paths.remarks(shareId), said, { cookie });

  await page.goto(`/projects/${project.id}?edit=${edit.id}`);
  await page.getByRole("button", { name: /^Remarks/ }).click();
  const card = page.getByRole("region", { name: "Remarks" });
  await expect(stage(page).getByRole("button", { name: "Remark 1 by Ada" }).first()).toBeVisible();
  await card.getByRole("button", { name: "Pin a place" }).press("Enter");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("button", { name: "New pin at 51 %, 35 %" })).toBeFocused();
  await card.getByRole("textbox", { name: "Your note" }).fill("Ask for the raw file");
  await card.getByRole("button", { name: "Add the note" }).click();
  await expect(stage(page).getByRole("button", { name: "Remark 2 by Studio" }).first()).toBeVisible();
  const remark = card.getByRole("listitem").filter({ hasText: "Too bright here" });
  await remark.getByRole("button", { name: "Answer" }).click();
  await remark.getByRole("textbox", { name: "Your answer" }).fill("Darker now");
  await remark.getByRole("button", { name: "Send the answer" }).click();
  await expect(remark).toContainText("Darker now");
  await remark.getByRole("button", { name: "Settled" }).click();
  await expect(remark).toContainText(/Settled .+\d/);
  await expect(page.getByRole("button", { name: "Remark 1 by Ada" })).toHaveCount(0);
  await expectClean(page, "studio with remarks");

  await page.goto(address);
  const seen = page.getByRole("list", { name: "Remarks" });
  await expect(seen).toContainText("Darker now");
  await expect(seen).toContainText(/Settled .+\d/);
  await expect(seen).not.toContainText("Ask for the raw file");
});
