/** A result is seen as it came, at once, while it is still being fitted in and kept; then the kept one takes its place. */
import type { Page } from "@playwright/test";
import { openStudio, runButton } from "./journey.ts";
import { drawScene } from "./pictures.ts";
import { expect, test } from "./test.ts";

const stage = (page: Page) => page.getByRole("main", { name: "Picture" });
const note = (page: Page) => stage(page).getByText("Just in. Finishing…");
const glimpse = (page: Page) => stage(page).locator("img[src$='/glimpse']");
const result = (page: Page) => page.getByRole("region", { name: "Result" });
const scene = drawScene(960, 640);

/**
 * Results are opened once their copy is there: until it is released, what came first is all there is to see. Whether that was
 * asked for before it was kept is a matter of milliseconds; where it was not, a picture like it comes instead.
 */
async function holdCopies(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(/\/thumbnails\/1536$/, async (route) => {
    await promise;
    await route.continue();
  });
  await page.route(/\/glimpse$/, async (route) => {
    const answer = await route.fetch();
    expect([200, 204]).toContain(answer.status());
    await (answer.status() === 200 ? route.fulfill({ response: answer }) : route.fulfill({ body: scene, contentType: "image/png" }));
  });
  return resolve;
}

async function run(page: Page, words: string): Promise<void> {
  await page.getByRole("textbox", { name: "Prompt", exact: true }).fill(words);
  await runButton(page).click();
}

async function expectSamePlace(page: Page, name: string, other: { x: number; y: number; width: number; height: number } | null) {
  const place = await stage(page).getByRole("img", { name }).boundingBox();
  for (const side of ["x", "y", "width", "height"] as const)
    expect(Math.abs((place?.[side] ?? 0) - (other?.[side] ?? -9)), `${side} of ${name}`).toBeLessThan(1.5);
}

test("an edit is seen on its picture, where the slider will show it, before it is opened", async ({ page }) => {
  await openStudio(page, scene);
  const release = await holdCopies(page);
  await run(page, "black and white");
  await expect(note(page)).toBeVisible();
  await expect(result(page)).toHaveCount(0);
  const place = await glimpse(page).boundingBox();
  release();
  await expect(result(page)).toBeVisible();
  await expect(note(page)).toHaveCount(0);
  await expect(glimpse(page)).toHaveCount(0);
  await expectSamePlace(page, "After", place);
});

test("a picture made of words is seen where it will stand", async ({ page }) => {
  await openStudio(page, null, { mode: "generate" });
  const release = await holdCopies(page);
  await run(page, "a lighthouse at dusk");
  await expect(note(page)).toBeVisible();
  const { width = 0, height = 1 } = (await glimpse(page).boundingBox()) ?? {};
  expect(width / height).toBeGreaterThan(0.9);
  release();
  await expect(note(page)).toHaveCount(0);
  await expect(stage(page).getByRole("img", { name: "a lighthouse at dusk" })).toBeVisible();
});

test("who opens something else meanwhile sees that, and nothing comes over it", async ({ page }) => {
  await openStudio(page, scene);
  await run(page, "black and white");
  await expect(result(page)).toBeVisible();
  await result(page).getByRole("button", { name: "Keep this edit" }).click();
  const release = await holdCopies(page);
  await run(page, "sepia");
  await expect(note(page)).toBeVisible();
  await page.getByRole("navigation", { name: "History" }).getByRole("listitem").first().getByRole("button").first().click();
  await expect(note(page)).toHaveCount(0);
  release();
  await expect(page.getByRole("status").filter({ hasText: "The result is ready." })).toBeAttached();
  await expect(glimpse(page)).toHaveCount(0);
});
