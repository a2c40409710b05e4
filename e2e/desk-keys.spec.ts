/** The desk's keys stand in the same list as the studio's: found by name, changed by the person, told in the help sheet. */
import type { Page } from "@playwright/test";
import { makeProject, openDesk, openStudio, pngFile, runButton } from "./journey.ts";
import { drawScene } from "./pictures.ts";
import { expect, test } from "./test.ts";

const scene = drawScene(480, 320);
const palette = (page: Page) => page.getByRole("dialog", { name: "Commands" });
const help = (page: Page) => page.getByRole("dialog", { name: "Shortcuts" });
const search = (page: Page) => page.getByRole("textbox", { name: "Search names and prompts" });
const words = (page: Page) => page.getByRole("textbox", { name: "Prompt", exact: true });

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await expect(palette(page).getByRole("combobox")).toBeFocused();
}

async function perform(page: Page, typed: string): Promise<void> {
  await openPalette(page);
  await page.keyboard.type(typed);
  await expect(palette(page).getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(palette(page)).toHaveCount(0);
}

test("what is typed before the palette is there comes into its field and does nothing else", async ({ page }) => {
  await openDesk(page);
  const { promise: arrival, resolve: arrive } = Promise.withResolvers<void>();
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    await arrival;
    await route.continue();
  });
  await page.keyboard.press("Control+k");
  // N chooses a picture and ? opens the keys, elsewhere.
  await page.keyboard.type("nx?");
  await page.keyboard.press("Backspace");
  await expect(palette(page)).toHaveCount(0);
  await expect(help(page)).toHaveCount(0);
  arrive();
  await expect(palette(page).getByRole("combobox")).toHaveValue("nx");
  await page.keyboard.type("y");
  await expect(palette(page).getByRole("combobox")).toHaveValue("nxy");
});

test("every way to begin is a command of the desk", async ({ page }) => {
  await openDesk(page);
  const asked = page.waitForEvent("filechooser");
  await perform(page, "from a picture");
  await (await asked).setFiles([pngFile("lighthouse.png", scene)]);
  await expect(page.getByRole("textbox", { name: "Name of the project" })).toHaveValue("lighthouse");
  await perform(page, "to the desk");
  await expect(search(page)).toBeVisible();
  await perform(page, "from words");
  await expect(page).toHaveURL(/mode=generate/);
  await expect(page.getByText("Start from words")).toBeVisible();
  await openDesk(page);
  await perform(page, "from two");
  await expect(page).toHaveURL(/mode=combine/);
});

test("search, theme, language and settings are reached from the commands", async ({ page }) => {
  await openDesk(page);
  await perform(page, "search proj");
  await expect(search(page)).toBeFocused();
  await perform(page, "theme: dark");
  await expect(page.getByRole("button", { name: "Theme: light" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await perform(page, "simplified chinese");
  await expect(page.getByRole("heading", { name: "把图片拖放到任意位置" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog", { name: "命令" }).getByRole("combobox")).toBeFocused();
  await page.keyboard.type("切换到英文");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Drop a picture anywhere" })).toBeVisible();
  await perform(page, "settings");
  await expect(page).toHaveURL(/\/settings$/);
});

test("the key of the search is told, changed, and the new one holds after a reload", async ({ page }) => {
  await openDesk(page);
  await page.keyboard.press("?");
  const desk = help(page).getByRole("region", { name: "On the desk" });
  await expect(desk.getByText("Search projects")).toBeVisible();
  await desk.getByRole("button", { name: "Take / away from: Search projects" }).click();
  await desk.getByRole("button", { name: "Give a key to: Search projects" }).click();
  await page.keyboard.press("s");
  await expect(desk.getByText(/^The same key/)).toHaveCount(0);
  await page.keyboard.press("Escape");
  await openDesk(page);
  await page.keyboard.press("/");
  await expect(search(page)).not.toBeFocused();
  await page.keyboard.press("s");
  await expect(search(page)).toBeFocused();
  await page.keyboard.type("s/?");
  await expect(search(page)).toHaveValue("s/?");
});

test("a project is found by its name, by an edit's name and by a prompt, on the desk and in another project", async ({ page }) => {
  const project = await openStudio(page, scene);
  await words(page).fill("warmer and brighter");
  await runButton(page).click();
  await page.getByRole("button", { name: "Keep this edit" }).click();
  await page.keyboard.press("F2");
  await page.keyboard.type("Marzipan");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "current Marzipan" })).toBeVisible();

  await openPalette(page);
  await page.keyboard.type("brighter");
  await expect(palette(page).getByRole("option", { name: "Open: Marzipan · warmer and brighter" })).toBeVisible();
  await page.keyboard.press("Escape");
  const other = await makeProject(scene, "Nougat");
  await page.goto(`/projects/${other.id}`);
  await expect(words(page)).toBeVisible();
  await openPalette(page);
  await page.keyboard.type("marzipan");
  await palette(page).getByRole("option", { name: "Project: Journey" }).click();
  await expect(page).toHaveURL(new RegExp(project.id));

  await openDesk(page);
  await openPalette(page);
  await page.keyboard.type("nouga");
  await expect(palette(page).getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Name of the project" })).toHaveValue("Nougat");
});
