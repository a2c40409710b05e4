/** The desk: every way a picture comes in, and what stays when one comes back. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import { chooseFiles, dragIn, dropFiles, makeProject, openDesk, pastePicture, pngFile } from "./journey.ts";
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
  await openDesk(page);
  const title = page.getByRole("heading", { name: "Drop a picture anywhere" });
  await dropFiles(page, title, [pngFile("harbour.png", scene)]);
  await expect(page).toHaveURL(inStudio);
  await expect(page.getByRole("textbox", { name: "Name of the project" })).toHaveValue("harbour");
});

test("a folder dragged in becomes one project a picture, those in its folders too", async ({ page }, info) => {
  const folder = info.outputPath("shoot");
  await mkdir(path.join(folder, "second day"), { recursive: true });
  await writeFile(path.join(folder, "dawn.png"), scene);
  await writeFile(path.join(folder, "second day", "dusk.png"), scene);
  await openDesk(page);
  await dragIn(page, [folder]);
  await expect(page.getByRole("list", { name: "Uploads" }).getByRole("link", { name: "Open" })).toHaveCount(2);
  for (const name of ["dawn", "dusk"])
    await expect(page.getByRole("region", { name: "Projects" }).getByRole("link", { name })).toBeVisible();
});

test("a pasted picture becomes a project and opens", async ({ page }) => {
  await openDesk(page);
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
  await expect(alert).toContainText("Use a JPEG, PNG, WebP, GIF, AVIF, HEIC or TIFF picture.");
  await expect(alert).toContainText("letter.png");
  await expect(page).not.toHaveURL(inStudio);
  await alert.getByRole("button", { name: "Close" }).click();
  await expect(alert).toBeHidden();
});

test("without a connection the desk says so, and an upload that broke off goes on at a press", async ({ page, context, quiet }) => {
  quiet.allow(/ERR_INTERNET_DISCONNECTED/);
  await openDesk(page);
  // What says so came ahead, as it does once somebody is there.
  await page.mouse.move(40, 40);
  await page.waitForResponse((answer) => answer.url().includes("/_next/static/chunks/"));
  await page.waitForLoadState("networkidle");
  await chooseFiles(page, page.getByRole("button", { name: "Choose pictures" }), [
    pngFile("first.png", scene),
    pngFile("second.png", scene),
  ]);
  const uploads = page.getByRole("list", { name: "Uploads" });
  await expect(uploads.getByRole("link", { name: "Open" })).toHaveCount(2);
  await context.setOffline(true);
  await expect(page.getByText(/^No connection\./)).toBeVisible();
  await chooseFiles(page, page.getByRole("button", { name: "Choose pictures" }), [pngFile("third.png", scene)]);
  const alert = uploads.getByRole("alert");
  await expect(alert).toContainText("The studio’s server did not answer.");
  await context.setOffline(false);
  await expect(page.getByText(/^No connection\./)).toHaveCount(0);
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(uploads.getByRole("link", { name: "Open" })).toHaveCount(3);
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

const cardOf = (page: Page, name: string) =>
  page
    .getByRole("region", { name: "Projects" })
    .getByRole("article")
    .filter({ has: page.getByRole("link", { name, exact: true }) });

test("a slash leads to the search, which finds names whatever their capital letters, and lets go of them", async ({ page }) => {
  await makeProject(scene, "Wombat poster 100%");
  await makeProject(scene, "Wombat flyer");
  await openDesk(page);
  await expect(cardOf(page, "Wombat flyer")).toBeVisible();
  await page.keyboard.press("/");
  await expect(page.getByRole("textbox", { name: "Search names and prompts" })).toBeFocused();
  await page.keyboard.type("WOMBAT 0%");
  await expect(cardOf(page, "Wombat flyer")).toBeHidden();
  await expect(cardOf(page, "Wombat poster 100%")).toBeVisible();
  await page.keyboard.type(" nothing like it");
  await expect(page.getByText("No name and no prompt contains “WOMBAT 0% nothing like it”.")).toBeVisible();
  await page.getByRole("button", { name: "Show all projects" }).click();
  await expect(cardOf(page, "Wombat flyer")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Search names and prompts" })).toHaveValue("");
});

test("whoever comes back from a project finds the search and the choice as they left them, and a reload does too", async ({ page }) => {
  await makeProject(scene, "Ibex at dawn");
  await makeProject(scene, "Ibex at dusk");
  await openDesk(page);
  await page.getByRole("radio", { name: "All" }).check();
  await page.getByRole("textbox", { name: "Search names and prompts" }).fill("ibex dusk");
  await expect(cardOf(page, "Ibex at dawn")).toBeHidden();
  await cardOf(page, "Ibex at dusk").getByRole("link").click();
  await expect(page.getByRole("textbox", { name: "Name of the project" })).toHaveValue("Ibex at dusk");
  const expectAsLeft = async () => {
    await expect(page.getByRole("textbox", { name: "Search names and prompts" })).toHaveValue("ibex dusk");
    await expect(page.getByRole("radio", { name: "All" })).toBeChecked();
    await expect(cardOf(page, "Ibex at dusk")).toBeVisible();
    await expect(cardOf(page, "Ibex at dawn")).toBeHidden();
  };
  await page.goBack();
  await expectAsLeft();
  await page.reload();
  await expectAsLeft();
});

test("a star stays, and is what a project is listed by", async ({ page }) => {
  await makeProject(scene, "Unmarked one");
  await makeProject(scene, "Marked one");
  await page.goto("/");
  await page.getByRole("button", { name: "Star Marked one" }).click();
  await expect(page.getByRole("button", { name: "Take the star from Marked one" })).toBeVisible();
  await page.getByRole("radio", { name: "Starred" }).check();
  await expect(cardOf(page, "Unmarked one")).toBeHidden();
  await expect(cardOf(page, "Marked one")).toBeVisible();
  await page.getByRole("button", { name: "Take the star from Marked one" }).click();
  await expect(cardOf(page, "Marked one")).toBeHidden();
});

test("a card is renamed in its place, and Escape gives up", async ({ page }) => {
  await makeProject(scene, "Misnamed");
  await page.goto("/");
  const rename = async (name: string) => {
    await page.getByRole("button", { name: `More for ${name}` }).click();
    await page.getByRole("button", { name: "Rename" }).click();
  };
  await rename("Misnamed");
  const field = page.getByRole("textbox", { name: "New name of Misnamed" });
  await field.fill("Never mind");
  await field.press("Escape");
  await expect(cardOf(page, "Misnamed")).toBeVisible();
  await rename("Misnamed");
  await field.fill("Well named");
  const told = page.waitForResponse((answer) => answer.request().method() === "PATCH" && answer.ok());
  await field.press("Enter");
  await told;
  await page.reload();
  await expect(cardOf(page, "Well named")).toBeVisible();
  await expect(cardOf(page, "Misnamed")).toHaveCount(0);
});

test("a deleted project comes back by Undo", async ({ page }) => {
  await makeProject(scene, "Hasty");
  await page.goto("/");
  await page.getByRole("button", { name: "More for Hasty" }).click();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(cardOf(page, "Hasty")).toHaveCount(0);
  const notice = page.getByRole("status").filter({ hasText: "“Hasty” was deleted." });
  await notice.getByRole("button", { name: "Undo" }).click();
  await expect(cardOf(page, "Hasty")).toBeVisible();
  await expect(notice).toBeHidden();
});

test("further pages come as the end comes near", async ({ page }) => {
  for (let at = 0; at < 30; at += 1) await makeProject(null, `Stack ${at}`);
  await page.goto("/");
  await page.getByRole("textbox", { name: "Search names and prompts" }).fill("stack");
  await expect(cardOf(page, "Stack 29")).toBeVisible();
  await cardOf(page, "Stack 8").scrollIntoViewIfNeeded();
  await expect(cardOf(page, "Stack 0")).toBeAttached();
});
