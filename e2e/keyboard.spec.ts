/** From the upload of a picture to the download of its result without a pointer, by Tab, Enter, arrows and the keys of the help sheet. */
import type { Page } from "@playwright/test";
import { paths } from "#lib/wire.ts";
import { makeProject, openDesk, openStudio, pngFile } from "./journey.ts";
import { drawScene } from "./pictures.ts";
import { expect, test } from "./test.ts";

/** Presses a key until what has the focus is called so. */
async function onward(page: Page, name: RegExp, key = "Tab"): Promise<void> {
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press(key);
    const reached = await page.evaluate(
      () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "",
    );
    if (name.test(reached.trim())) return;
  }
  throw new Error(`Expected ${name} to be reached by ${key}`);
}

test("a picture comes in, is edited, starred, named, compared, kept and taken away by the keyboard alone", async ({ page }) => {
  await openDesk(page);
  const asked = page.waitForEvent("filechooser");
  await onward(page, /^Choose pictures$/);
  await page.keyboard.press("Enter");
  await (await asked).setFiles([pngFile("coast.png", drawScene(960, 640))]);
  await expect(page.getByRole("main", { name: "Picture" }).getByRole("img", { name: "coast" })).toBeVisible();

  await page.keyboard.press("/");
  await page.keyboard.type("warmer and brighter");
  await page.keyboard.press("Control+Enter");
  const result = page.getByRole("region", { name: "Result" });
  await expect(result).toBeVisible();
  await onward(page, /^Compare: how much/);
  await page.keyboard.press("Home");
  await expect(page.getByRole("slider", { name: /^Compare: how much/ })).toHaveValue("0");
  await onward(page, /^Keep this edit/);
  await page.keyboard.press("Enter");
  const card = page.getByRole("navigation", { name: "History" }).getByRole("button", { name: /^current / });
  await expect(card).toHaveAccessibleName("current warmer and brighter");

  await onward(page, /^Download$/);
  await page.keyboard.press("Enter");
  await onward(page, /^Download file$/);
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await download).suggestedFilename()).toMatch(/coast.*\.png$/);

  await onward(page, /^current ?warmer and brighter/, "Shift+Tab");
  await onward(page, /^Options$/);
  await page.keyboard.press("Enter");
  await onward(page, /^Rename/, "ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Evening");
  await page.keyboard.press("Enter");
  await expect(card).toHaveAccessibleName("current Evening");
  await page.keyboard.press("*");
  await expect(card).toHaveAccessibleDescription("starred");
});

test("words typed before the form is there are its prompt, and are run", async ({ page }) => {
  const project = await makeProject(drawScene(960, 640));
  const address = `/projects/${project.id}`;
  const drawn = await (await page.request.get(address)).text();
  const room = Promise.withResolvers<void>();
  // A slow line: what the page itself names comes, what its scripts ask for later waits.
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    if (!drawn.includes(new URL(route.request().url()).pathname)) await room.promise;
    await route.continue();
  });
  // It listens once it asks for news by itself.
  const asked = page.waitForResponse((answer) => answer.url().endsWith(paths.project(project.id)));
  // What waits holds back the load of the page, where it was asked for before that was over.
  await page.goto(address, { waitUntil: "domcontentloaded" });
  await asked;
  const prompt = page.getByRole("textbox", { name: "Prompt", exact: true });
  await page.keyboard.press("/");
  await page.keyboard.type("warmerr");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Control+Enter");
  await expect(prompt).toHaveCount(0);
  room.resolve();
  await expect(prompt).toHaveValue("warmer");
  await expect(page.getByRole("region", { name: "Result" })).toBeVisible();
});

test("the key of the prompt brings hidden panels back for it", async ({ page }) => {
  await openStudio(page, drawScene(960, 640));
  const prompt = page.getByRole("textbox", { name: "Prompt", exact: true });
  await prompt.waitFor();
  await page.keyboard.press("f");
  await expect(prompt).toBeHidden();
  await page.keyboard.press("/");
  await expect(prompt).toBeFocused();
});
