/** The desk: every way a picture comes in, and what stays when one comes back. */
import type { Page } from "@playwright/test";
import { chooseFiles, dropFiles, makeProject, pastePicture, pngFile } from "./journey.ts";
import { drawScene } from "./pictures.ts";
import { expect, test } from "./test.ts";

const scene = drawScene(640, 480);
const inStudio = /\/projects\/prj_/;

test("a chosen picture becomes a project and opens", async ({ page }) => {
  await page.goto("/");
  await chooseFiles(page, page.getByRole("button", { name: "Choose pictures" }), [pngFile("lighthouse.png", scene)]);
  await expect(page).toHaveURL(inStudio);
  await expect(page.getByRole("textbox", { name: "Name of the project" })).toHaveValue("lighthouse");
  await expect(page.getByRole("main", { name: "Picture" }).getByRole("img", { name: "lighthouse" })).toBeVisible();
  await expect(page.getByText("640 × 480")).toBeVisible();
});

test("a dropped picture becomes a project and opens", async ({ page }) => {
  await page.goto("/");
  const title = page.getByRole("heading", { name: "Drop a picture anywhere" });
  await dropFiles(page, title, [pngFile("harbour.png", scene)]);
  await expect(page).toHaveURL(inStudio);
  await expect(page.getByRole("textbox", { name: "Name of the project" })).toHaveValue("harbour");
});

test("a pasted picture becomes a project and opens", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Drop a picture anywhere" })).toBeVisible();
  await pastePicture(page, scene);
  await expect(page).toHaveURL(inStudio);
  await expect(page.getByText("640 × 480")).toBeVisible();
});

test("several pictures become several projects, listed to be opened", async ({ page }) => {
  await page.goto("/");
  const names = ["first of three", "second of three", "third of three"];
  const files = names.map((name) => pngFile(`${name}.png`, scene));
  await chooseFiles(page, page.getByRole("button", { name: "Choose pictures" }), files);
  const uploads = page.getByRole("list", { name: "Uploads" });
  await expect(uploads.getByRole("link", { name: "Open" })).toHaveCount(3);
  const projects = page.getByRole("region", { name: "Projects" });
  for (const name of names) await expect(projects.getByRole("link", { name })).toBeVisible();
  await expect(page).not.toHaveURL(inStudio);
  await uploads.getByRole("button", { name: "Remove second of three.png from this list" }).click();
  await expect(uploads.getByRole("listitem")).toHaveCount(2);
  await projects.getByRole("link", { name: "second of three" }).click();
  await expect(page.getByRole("textbox", { name: "Name of the project" })).toHaveValue("second of three");
});

test("a text that calls itself a picture is refused in a sentence", async ({ page, quiet }) => {
  quiet.expect(/status of 4\d\d/);
  await page.goto("/");
  const letter = pngFile("letter.png", Buffer.from("Dear reader, this is no picture. ".repeat(40)));
  await chooseFiles(page, page.getByRole("button", { name: "Choose pictures" }), [letter]);
  const alert = page.getByRole("list", { name: "Uploads" }).getByRole("alert");
  await expect(alert).toContainText("This kind of file cannot be opened.");
  await expect(alert).toContainText("Use a JPEG, PNG, WebP, GIF, AVIF or TIFF picture.");
  await expect(alert).toContainText("letter.png");
  await expect(page).not.toHaveURL(inStudio);
  await alert.getByRole("button", { name: "Close" }).click();
  await expect(alert).toBeHidden();
});

test("an upload can be stopped while it travels", async ({ page }) => {
  await page.route("**/api/pictures", () => undefined);
  await page.goto("/");
  await chooseFiles(page, page.getByRole("button", { name: "Choose pictures" }), [pngFile("endless.png", scene)]);
  const uploads = page.getByRole("list", { name: "Uploads" });
  await expect(uploads.getByRole("progressbar", { name: "Upload of endless.png" })).toBeVisible();
  const given = page.waitForEvent("requestfailed", (request) => request.url().endsWith("/api/pictures"));
  await uploads.getByRole("button", { name: "Stop the upload of endless.png" }).click();
  await given;
  await expect(uploads).toBeHidden();
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.reload();
  await expect(page.getByRole("heading", { name: "Projects" })).toBeVisible();
  await expect(page.getByRole("link", { name: "endless" })).toHaveCount(0);
});

test("a project is renamed where it is worked on, and the desk knows", async ({ page }) => {
  const project = await makeProject(scene, "Old name");
  await page.goto(`/projects/${project.id}`);
  const name = page.getByRole("textbox", { name: "Name of the project" });
  await name.fill("A quiet coast");
  const renamed = page.waitForResponse((answer) => answer.request().method() === "PATCH" && answer.ok());
  await name.press("Enter");
  await renamed;
  await page.reload();
  await expect(name).toHaveValue("A quiet coast");
  await name.fill("Thrown away");
  await name.press("Escape");
  await expect(name).toHaveValue("A quiet coast");
  await page.getByRole("link", { name: "To the desk" }).click();
  await expect(page.getByRole("region", { name: "Projects" }).getByRole("link", { name: "A quiet coast" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Old name" })).toHaveCount(0);
});

test("the language changes at a press, stays, and changes back", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "简体中文" }).click();
  await expect(page.getByRole("heading", { name: "把图片拖放到任意位置" })).toBeVisible();
  await expect(page.getByRole("button", { name: "选择图片" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "项目" })).toBeVisible();
  expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "Drop a picture anywhere" })).toBeVisible();
});

test("the chosen theme is in the page as it is served, so that nothing flashes", async ({ page }) => {
  const served = async () => (await page.reload())?.text();
  await page.goto("/");
  await page.getByRole("button", { name: "Theme: dark" }).click();
  await expect(page.getByRole("button", { name: "Theme: light" })).toBeVisible();
  expect(await served()).toMatch(/<html[^>]*data-theme="light"/);
  await page.getByRole("button", { name: "Theme: light" }).click();
  await expect(page.getByRole("button", { name: "Theme: like the system" })).toBeVisible();
  expect(await served()).toMatch(/<html[^>]*data-theme="system"/);
  await page.getByRole("button", { name: "Theme: like the system" }).click();
  await expect(page.getByRole("button", { name: "Theme: dark" })).toBeVisible();
  expect(await served()).toMatch(/<html[^>]*data-theme="dark"/);
});

/** The desk of somebody who has just begun, whatever the other journeys have left on this server. */
async function openFirstDesk(page: Page): Promise<void> {
  await page.route(/\/api\/projects\?/, (route) => route.fulfill({ json: { items: [], next: null } }));
  await page.goto("/");
}

test("the first result is two clicks away, without a picture of one's own", async ({ page }) => {
  await openFirstDesk(page);
  await page.getByRole("region", { name: "Begin with a sample" }).getByRole("button", { name: "Still life" }).click();
  await expect(page).toHaveURL(inStudio);
  await expect(page.getByRole("textbox", { name: "Name of the project" })).toHaveValue("Still life");
  await page.getByRole("textbox", { name: "Prompt" }).fill("make the vase red");
  await page.getByRole("textbox", { name: "Prompt" }).press("Control+Enter");
  await expect(page.getByRole("button", { name: "Keep this edit" })).toBeVisible();
});

test("samples that were put away stay away", async ({ page }) => {
  await openFirstDesk(page);
  const row = page.getByRole("region", { name: "Begin with a sample" });
  await expect(row.getByRole("listitem")).toHaveCount(5);
  await row.getByRole("button", { name: "Hide samples" }).click();
  await expect(row).toBeHidden();
  await page.reload();
  await expect(page.getByText("Nothing here yet.")).toBeVisible();
  await expect(row).toBeHidden();
});
