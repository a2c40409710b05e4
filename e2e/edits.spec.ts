/** Versions: named, starred, deleted and brought back, and every one of these taken back and done again. */
import type { Page } from "@playwright/test";
import { paths } from "#lib/wire.ts";
import { openStudio, runButton } from "./journey.ts";
import { drawScene } from "./pictures.ts";
import { ask } from "./studio-client.ts";
import { expect, test } from "./test.ts";

const scene = drawScene(480, 320);
const words = (page: Page) => page.getByRole("textbox", { name: "Prompt", exact: true });
const history = (page: Page) => page.getByRole("navigation", { name: "History" });
const tree = (page: Page) => page.getByRole("dialog", { name: "All edits" });
const card = (page: Page, name: string) => history(page).getByRole("button", { name, exact: true });
const current = (page: Page, name: string) => card(page, `current ${name}`);
const notice = (page: Page) => page.getByRole("status").filter({ hasText: "was deleted." });

async function run(page: Page, prompt: string, { isKept = true } = {}): Promise<void> {
  await words(page).fill(prompt);
  await runButton(page).click();
  await expect(card(page, prompt)).toBeVisible();
  if (!isKept) return;
  await page.getByRole("button", { name: "Keep this edit" }).click();
  await expect(current(page, prompt)).toBeVisible();
}

async function choose(page: Page, name: string, command: string): Promise<void> {
  await history(page).getByRole("listitem").filter({ hasText: name }).hover();
  await history(page).getByRole("listitem").filter({ hasText: name }).getByRole("button", { name: "Options" }).click();
  await page.getByRole("menuitem", { name: command }).click();
}

test("an edit is named in its place, and the name is taken back and done again, after a reload too", async ({ page }) => {
  await openStudio(page, scene);
  await run(page, "warmer and brighter");
  await choose(page, "warmer and brighter", "Rename");
  const field = page.getByRole("textbox", { name: "New name of warmer and brighter" });
  await field.fill("Thrown away");
  await field.press("Escape");
  await expect(current(page, "warmer and brighter")).toBeVisible();
  await page.keyboard.press("F2");
  await field.fill("Evening");
  await field.press("Enter");
  await expect(current(page, "Evening")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(current(page, "warmer and brighter")).toBeVisible();
  await page.reload();
  await expect(current(page, "warmer and brighter")).toBeVisible();
  await page.keyboard.press("Control+Shift+z");
  await expect(current(page, "Evening")).toBeVisible();
});

test("a star stands on the card, and the tree shows what has one, joined past what has none", async ({ page }) => {
  await openStudio(page, scene);
  await run(page, "warmer and brighter");
  await run(page, "black and white");
  await choose(page, "black and white", "Star");
  await expect(current(page, "black and white")).toHaveAccessibleDescription("starred");
  await card(page, "Journey").focus();
  await page.keyboard.press("*");
  await expect(card(page, "Journey")).toHaveAccessibleDescription("starred");
  await page.reload();
  await expect(current(page, "black and white")).toHaveAccessibleDescription("starred");
  await page.keyboard.press("t");
  await expect(tree(page).getByRole("listitem")).toHaveCount(3);
  await tree(page).getByRole("switch", { name: "Starred only" }).click();
  await expect(tree(page).getByRole("listitem")).toHaveCount(2);
  await expect(tree(page).getByText("2 edits · 1 branch")).toBeVisible();
  await tree(page)
    .getByRole("button", { name: /^current / })
    .focus();
  await page.keyboard.press("*");
  await expect(tree(page).getByRole("listitem")).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await expect(tree(page).getByRole("listitem")).toHaveCount(2);
});

test("a deleted edit is gone everywhere, its children join its parent, and Undo brings it back", async ({ page, baseURL }) => {
  const project = await openStudio(page, scene);
  await run(page, "warmer and brighter");
  await run(page, "black and white");
  await choose(page, "warmer and brighter", "Delete");
  await expect(card(page, "warmer and brighter")).toHaveCount(0);
  await expect(history(page).getByRole("listitem")).toHaveCount(2);
  await expect(page.getByText("2 edits · 1 branch")).toBeVisible();
  await page.getByRole("button", { name: "Tree" }).click();
  await expect(tree(page).getByRole("listitem")).toHaveCount(2);
  await page.keyboard.press("Escape");
  await page
    .getByRole("button", { name: /^Compare/ })
    .first()
    .click();
  await expect(page.getByRole("img", { name: "Before" })).toBeVisible();
  await page.getByRole("button", { name: "with Journey" }).click();
  await expect(page.getByRole("region", { name: "Compare with…" }).getByRole("listitem")).toHaveCount(1);
  await page.keyboard.press("Escape");
  const archive = await ask(baseURL ?? "", paths.archive(project.id));
  expect(archive.bytes.includes("001 Journey.png")).toBe(true);
  expect(archive.bytes.includes("warmer and brighter")).toBe(false);
  await page.reload();
  await expect(history(page).getByRole("listitem")).toHaveCount(2);
  await expect(history(page).getByText("Done")).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(card(page, "warmer and brighter")).toBeVisible();
  await expect(history(page).getByRole("listitem")).toHaveCount(3);
  await page.keyboard.press("Control+Shift+z");
  await expect(notice(page)).toHaveText(/“warmer and brighter” was deleted\./);
  await notice(page).getByRole("button", { name: "Undo" }).click();
  await expect(card(page, "warmer and brighter")).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
});

test("deleting what is current makes its parent current, in one step; the last edit stays", async ({ page, request }) => {
  const project = await openStudio(page, scene);
  const asked = async () => (await (await request.get(paths.project(project.id))).json()) as { currentEditId: string };
  await run(page, "warmer and brighter");
  const kept = (await asked()).currentEditId;
  await page.keyboard.press("Shift+Delete");
  await expect(current(page, "Journey")).toBeVisible();
  await expect(card(page, "warmer and brighter")).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(current(page, "warmer and brighter")).toBeVisible();
  await expect.poll(async () => (await asked()).currentEditId).toBe(kept);
  await page.keyboard.press("Control+Shift+z");
  await expect(current(page, "Journey")).toBeVisible();
  await history(page).getByRole("listitem").hover();
  await history(page).getByRole("button", { name: "Options" }).click();
  await expect(page.getByRole("menuitem")).toHaveText([/Star/, /Rename/]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+Delete");
  await expect(current(page, "Journey")).toBeVisible();
  await page.reload();
  await expect(current(page, "Journey")).toBeVisible();
  await expect(history(page).getByRole("listitem")).toHaveCount(1);
});

test("an undone deletion makes current again what was, whatever a late answer said meanwhile", async ({ page, request }) => {
  const project = await openStudio(page, scene);
  const asked = async () => (await (await request.get(paths.project(project.id))).json()) as { currentEditId: string };
  await run(page, "warmer and brighter");
  const before = await asked();
  await page.keyboard.press("Shift+Delete");
  await expect(current(page, "Journey")).toBeVisible();
  await expect.poll(async () => (await asked()).currentEditId).not.toBe(before.currentEditId);
  await page.route(`**${paths.project(project.id)}`, (route) =>
    route.request().method() === "GET" ? route.fulfill({ json: before }) : route.fallback(),
  );
  await expect(async () => {
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await expect(current(page, "warmer and brighter")).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await asked()).currentEditId).toBe(before.currentEditId);
});

test("a deletion undone before the server has heard of it is undone there too", async ({ page, request }) => {
  const project = await openStudio(page, scene);
  await run(page, "warmer and brighter");
  await run(page, "black and white");
  await card(page, "warmer and brighter").focus();
  await page.keyboard.press("Shift+Delete");
  await expect(current(page, "black and white")).toBeFocused();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+Shift+z");
  await page.keyboard.press("Control+z");
  await expect(card(page, "warmer and brighter")).toBeVisible();
  await expect.poll(async () => ((await (await request.get(paths.project(project.id))).json()) as { editCount: number }).editCount).toBe(3);
});
