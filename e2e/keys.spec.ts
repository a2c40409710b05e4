/** Keys: one list behind the handlers, the help sheet and the palette, changed by the person and never firing into words. */
import type { Page } from "@playwright/test";
import { expectClean } from "./axe.ts";
import { makeProject, openStudio, runButton } from "./journey.ts";
import { drawScene } from "./pictures.ts";
import { expect, test } from "./test.ts";

const scene = drawScene(480, 320);
const words = (page: Page) => page.getByRole("textbox", { name: "Prompt", exact: true });
const help = (page: Page) => page.getByRole("dialog", { name: "Shortcuts" });
const palette = (page: Page) => page.getByRole("dialog", { name: "Commands" });
const tab = (page: Page, name: string) => page.getByRole("tab", { name });

test("a command is found by its name and done, and the palette lists its key", async ({ page }) => {
  await openStudio(page, scene);
  await expect(words(page)).toBeVisible();
  await words(page).focus();
  await page.keyboard.press("Control+k");
  await expect(palette(page).getByRole("option", { name: /^Tree of all edits/ })).toContainText("T");
  await page.keyboard.type("mode comb");
  await expect(palette(page).getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(tab(page, "Combine")).toHaveAttribute("aria-selected", "true");
  await expect(palette(page)).toHaveCount(0);
});

test("keys that were called for and thought better of do not come after all", async ({ page }) => {
  const { promise: line, resolve: openLine } = Promise.withResolvers<void>();
  let isHeld = false;
  await page.route("**/_next/static/chunks/**", async (route) => {
    if (isHeld) await line;
    await route.continue();
  });
  await openStudio(page, scene);
  await expect(words(page)).toBeVisible();
  isHeld = true;
  await page.keyboard.press("?");
  await page.keyboard.press("Escape");
  openLine();
  await page.waitForLoadState("networkidle");
  await expect(help(page)).toHaveCount(0);
  await page.keyboard.press("?");
  await expect(help(page)).toBeVisible();
});

test("a key is changed, a conflict is said, and the new key holds after a reload", async ({ page }) => {
  await openStudio(page, scene);
  await expect(words(page)).toBeVisible();
  await page.keyboard.press("?");
  await help(page).getByRole("button", { name: "Give a key to: Mode: generate" }).click();
  await page.keyboard.press("t");
  await expect(help(page).getByText("The same key: Tree of all edits")).toBeVisible();
  await help(page).getByRole("button", { name: "Take T away from: Mode: generate" }).click();
  await expect(help(page).getByText(/^The same key/)).toHaveCount(0);
  await help(page).getByRole("button", { name: "Give a key to: Mode: generate" }).click();
  await page.keyboard.press("n");
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(words(page)).toBeVisible();
  await page.keyboard.press("n");
  await expect(tab(page, "Generate")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("?");
  await help(page).getByRole("button", { name: "All shortcuts as they were" }).click();
  await page.keyboard.press("Escape");
  await tab(page, "Edit").click();
  await page.keyboard.press("n");
  await expect(tab(page, "Edit")).toHaveAttribute("aria-selected", "true");
});

test("a tooltip names the key as it stands, and none where it was taken away", async ({ page }) => {
  await openStudio(page, scene, { mode: "fill" });
  const invert = page.getByRole("toolbar", { name: "Brush and mask" }).getByRole("button", { name: "Invert" });
  await expect(invert).toHaveAttribute("title", "Invert (Shift I)");
  await page.keyboard.press("?");
  await help(page).getByRole("button", { name: "Take Shift I away from: Invert the mask" }).click();
  await expect(invert).toHaveAttribute("title", "Invert");
  await help(page).getByRole("button", { name: "Give a key to: Invert the mask" }).click();
  await page.keyboard.press("j");
  await page.keyboard.press("Escape");
  await expect(invert).toHaveAttribute("title", "Invert (J)");
});

test("a key is found by what it does, and a command by its key", async ({ page }) => {
  await openStudio(page, scene);
  await expect(words(page)).toBeVisible();
  await page.keyboard.press("?");
  const rows = help(page).getByRole("listitem");
  await expect(help(page).getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("tree edits");
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("Tree of all edits");
  await help(page).getByRole("searchbox").fill("shift del");
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("Delete this edit");
  await help(page).getByRole("searchbox").fill("nothing like it");
  await expect(help(page).getByText("No command is called that.")).toBeVisible();
});

test("letters typed into words stay words, and single letters can be switched off", async ({ page }) => {
  await openStudio(page, scene);
  await words(page).fill("");
  await words(page).pressSequentially("fit ? /");
  await expect(words(page)).toHaveValue("fit ? /");
  await expect(help(page)).toHaveCount(0);
  await page.getByRole("main", { name: "Picture" }).click();
  await page.keyboard.press("f");
  await expect(words(page)).toBeHidden();
  await page.keyboard.press("f");
  await expect(words(page)).toBeVisible();
  await page.keyboard.press("?");
  await help(page).getByRole("switch", { name: "Single letters off" }).click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("f");
  await expect(words(page)).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(palette(page)).toBeVisible();
});

test("who reaches for a brush while editing with words is shown the way to Fill, and loses no word", async ({ page }) => {
  await openStudio(page, scene);
  await words(page).fill("a red hat");
  await page.getByRole("main", { name: "Picture" }).click();
  const go = page.getByRole("button", { name: "Paint in Fill" });
  await page.keyboard.press("l");
  await expect(go).toBeFocused();
  await expectClean(page, "the way to Fill");
  await page.keyboard.press("Escape");
  await expect(go).toHaveCount(0);
  await page.keyboard.press("b");
  await page.keyboard.press("Enter");
  await expect(tab(page, "Fill")).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("button", { name: "Brush", exact: true })).toHaveAttribute("aria-pressed", "true");
  await tab(page, "Edit").click();
  await expect(words(page)).toHaveValue("a red hat");
});

test("what was typed and what was kept is taken back and done again, after a reload too", async ({ page }) => {
  await openStudio(page, scene);
  await words(page).fill("warmer and brighter");
  await runButton(page).click();
  await page.getByRole("button", { name: "Keep this edit" }).click();
  const current = page.getByRole("button", { name: /^current / });
  await expect(current).toHaveAccessibleName(/warmer and brighter/);
  await page.reload();
  await expect(current).toHaveAccessibleName(/warmer and brighter/);
  await page.keyboard.press("Control+z");
  await expect(current).toHaveAccessibleName(/Journey/);
  await page.keyboard.press("Control+z");
  await expect(words(page)).toHaveValue("");
  await page.keyboard.press("Control+Shift+z");
  await expect(words(page)).toHaveValue("warmer and brighter");
  await page.keyboard.press("Control+Shift+z");
  await expect(current).toHaveAccessibleName(/warmer and brighter/);
});

test("keys go by their place where an input method swallows the letter", async ({ page }) => {
  const project = await makeProject(scene);
  await page.goto(`/projects/${project.id}`);
  await expect(words(page)).toBeVisible();
  await page.locator("body").dispatchEvent("keydown", { key: "Process", code: "KeyT", keyCode: 229 });
  await expect(page.getByRole("dialog", { name: "All edits" })).toBeVisible();
});
