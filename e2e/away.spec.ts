/** Results that come while nobody looks: marked where they stand, told outside the page by those who asked for it. */
import type { Page } from "@playwright/test";
import { type Project, paths } from "#lib/wire.ts";
import { openStudio, runButton } from "./journey.ts";
import { drawScene } from "./pictures.ts";
import { startPrediction, untilEnded } from "./studio-client.ts";
import { expect, test } from "./test.ts";

const scene = drawScene(480, 320);
const model = "black-forest-labs/flux-kontext-pro";
const words = (page: Page) => page.getByRole("textbox", { name: "Prompt", exact: true });
const history = (page: Page) => page.getByRole("navigation", { name: "History" });
const card = (page: Page, name: string) => history(page).getByRole("button", { name, exact: true });
const onDesk = (page: Page, name: string) => page.getByRole("article").filter({ has: page.getByRole("link", { name, exact: true }) });

/** Runs of this project that nobody watches. */
async function runAway(origin: string, { id, edits }: Project, ...prompts: readonly string[]): Promise<void> {
  for (const prompt of prompts) {
    const { id: run } = await startPrediction(origin, { projectId: id, model, inputs: { prompt, input_image: edits[0]?.picture.id } });
    await untilEnded(origin, run);
  }
}

/** As it is while another tab is in front. */
async function setHidden(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => (hidden ? "hidden" : "visible") });
    document.dispatchEvent(new Event("visibilitychange"));
  }, isHidden);
}

test("results that came meanwhile are counted on the desk and marked in the studio until they are seen", async ({ page, baseURL }) => {
  const project = await openStudio(page, scene);
  await page.request.patch(`${baseURL}${paths.project(project.id)}`, { headers: { origin: baseURL ?? "" }, data: { name: "Away" } });
  await expect(card(page, "current Journey")).toHaveAccessibleDescription("");
  await page.goto("/");
  await expect(onDesk(page, "Away")).toBeVisible();
  await expect(onDesk(page, "Away").getByText(/new$/)).toHaveCount(0);
  await runAway(baseURL ?? "", project, "warmer and brighter", "black and white");
  await page.reload();
  await expect(onDesk(page, "Away").getByText("2 new")).toBeVisible();
  await page.goto(`/projects/${project.id}`);
  await expect(card(page, "warmer and brighter")).toHaveAccessibleDescription("new");
  await expect(card(page, "black and white")).toHaveAccessibleDescription("new");
  await card(page, "warmer and brighter").click();
  await expect(card(page, "warmer and brighter")).toHaveAccessibleDescription("");
  await expect(card(page, "black and white")).toHaveAccessibleDescription("new");
  await page.goto("/");
  await expect(onDesk(page, "Away")).toBeVisible();
  await expect(onDesk(page, "Away").getByText(/new$/)).toHaveCount(0);
});

test("a result one has seen arrive is not new, and one that came behind another tab is", async ({ page }) => {
  await openStudio(page, scene);
  await words(page).fill("warmer and brighter");
  await runButton(page).click();
  await page.getByRole("button", { name: "Keep this edit" }).click();
  await expect(card(page, "current warmer and brighter")).toHaveAccessibleDescription("");
  await page.getByRole("radiogroup", { name: "Variants" }).getByRole("radio", { name: "2" }).click();
  await words(page).fill("black and white");
  await setHidden(page, true);
  await runButton(page).click();
  await expect(card(page, "black and white")).toHaveCount(2);
  await setHidden(page, false);
  // One of the two opened by itself, as results of this page do.
  await expect(history(page).locator("button[aria-current=false]").filter({ hasText: "black and white" })).toHaveCount(1);
  await expect(history(page).locator("button[aria-current=false]").filter({ hasText: "black and white" })).toHaveAccessibleDescription(
    "new",
  );
});

test("leave to notify is asked by a press alone, and a notice comes only while the page is hidden", async ({ page }) => {
  await page.addInitScript(() => {
    const told: object[] = [];
    let asked = 0;
    class Notice {
      static permission = "default";
      static requestPermission(): Promise<string> {
        asked += 1;
        Notice.permission = "granted";
        return Promise.resolve("granted");
      }
      constructor(title: string, options: { readonly body: string }) {
        told.push({ title, body: options.body });
      }
    }
    Object.assign(window, { Notification: Notice, notices: () => ({ asked, told }) });
  });
  const notices = () =>
    page.evaluate(() => (window as unknown as { notices(): { readonly asked: number; readonly told: readonly object[] } }).notices());
  await openStudio(page, drawScene(1600, 1200));
  await words(page).fill("make it an oil painting");
  await runButton(page).click();
  await history(page).getByRole("progressbar").first().waitFor();
  expect(await notices()).toEqual({ asked: 0, told: [] });
  await page.getByRole("button", { name: "Tell me when it is ready" }).click();
  await expect(page.getByRole("button", { name: "Tell me when it is ready" })).toHaveCount(0);
  await expect(card(page, "make it an oil painting")).toBeVisible();
  expect(await notices()).toEqual({ asked: 1, told: [] });
  await setHidden(page, true);
  await words(page).fill("black and white");
  await runButton(page).click();
  await expect.poll(async () => (await notices()).told).toEqual([{ title: "Journey", body: "black and white: a result is ready" }]);
  expect((await notices()).asked).toBe(1);
});

test("the tab says how many runs go on, and no longer once they have ended", async ({ page }) => {
  await openStudio(page, drawScene(1600, 1200));
  await expect(page).toHaveTitle("Journey");
  await page.getByRole("radiogroup", { name: "Variants" }).getByRole("radio", { name: "2" }).click();
  await words(page).fill("make it an oil painting");
  await runButton(page).click();
  await expect(page).toHaveTitle("(2) Journey");
  await expect(card(page, "make it an oil painting")).toHaveCount(2);
  await expect(page).toHaveTitle("Journey");
});
