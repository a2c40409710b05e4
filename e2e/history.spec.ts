/** History: every result stays, branches are seen, and what made a result can be read and run again. */
import type { Page } from "@playwright/test";
import { openStudio, runButton } from "./journey.ts";
import { drawScene } from "./pictures.ts";
import { askJson } from "./studio-client.ts";
import { expect, test } from "./test.ts";

const scene = drawScene(480, 320);
const words = (page: Page) => page.getByRole("textbox", { name: "Prompt", exact: true });
const history = (page: Page) => page.getByRole("navigation", { name: "History" });
const result = (page: Page) => page.getByRole("region", { name: "Result" });
const tree = (page: Page) => page.getByRole("dialog", { name: "All edits" });

async function run(page: Page, prompt: string): Promise<void> {
  await words(page).fill(prompt);
  await runButton(page).click();
  await expect(history(page).getByRole("button", { name: prompt, exact: true })).toBeVisible();
}

test("several variants are several runs, and the tree shows them as branches", async ({ page }) => {
  await openStudio(page, scene);
  await page.getByRole("radiogroup", { name: "Variants" }).getByRole("radio", { name: "3" }).click();
  await expect(runButton(page)).toContainText("Edit 3 variants");
  await words(page).fill("warmer and brighter");
  await runButton(page).click();
  await expect(history(page).getByRole("button", { name: "warmer and brighter", exact: true })).toHaveCount(3);
  await expect(page.getByText("4 edits · 3 branches")).toBeVisible();
  await page.getByRole("button", { name: "Tree" }).click();
  await expect(tree(page).getByRole("listitem")).toHaveCount(4);
  await tree(page)
    .getByRole("button", { name: /^current / })
    .focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(tree(page)).toHaveCount(0);
  await expect(result(page)).toBeVisible();
});

test("one set of words runs on two models at once", async ({ page }) => {
  await openStudio(page, scene);
  await page.getByRole("button", { name: "Run on several" }).click();
  await page.getByRole("checkbox", { name: "FLUX Kontext Dev" }).check();
  await page.keyboard.press("Escape");
  await words(page).fill("warmer and brighter");
  await runButton(page).click();
  await expect(history(page).getByTitle("warmer and brighter · FLUX Kontext Dev")).toBeVisible();
  await expect(history(page).getByTitle("warmer and brighter · FLUX Kontext Pro")).toBeVisible();
});

test("what made a result is told, and the command that asks for it again works", async ({ page, context, baseURL }) => {
  await openStudio(page, scene);
  await run(page, "warmer and brighter");
  await history(page).getByRole("button", { name: "warmer and brighter", exact: true }).click();
  await expect(result(page)).toBeVisible();
  await page.keyboard.press("d");
  const told = page.getByRole("dialog", { name: "What made this" });
  await expect(told).toContainText("FLUX Kontext Pro (black-forest-labs/flux-kontext-pro)");
  await expect(told).toContainText("Seed");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await told.getByRole("button", { name: "Copy as curl" }).click();
  await expect(told.getByRole("button", { name: "Copied" })).toBeVisible();
  const command = await page.evaluate(() => navigator.clipboard.readText());
  const body = /-d '(.*)'$/s.exec(command)?.[1] ?? "";
  const answer = await askJson(baseURL ?? "", "/replicate/v1/models/black-forest-labs/flux-kontext-pro/predictions", JSON.parse(body));
  expect(answer.status).toBe(201);
});

test("earlier words come back by the up key, are searched and kept", async ({ page }) => {
  await openStudio(page, scene);
  await run(page, "warmer and brighter");
  await page.getByRole("button", { name: "Keep this edit" }).click();
  await run(page, "black and white");
  await page.reload();
  await words(page).fill("");
  await words(page).focus();
  await expect(async () => {
    await words(page).press("ArrowUp");
    await expect(words(page)).toHaveValue("black and white", { timeout: 500 });
  }).toPass();
  await words(page).press("ArrowUp");
  await expect(words(page)).toHaveValue("warmer and brighter");
  await words(page).press("ArrowDown");
  await words(page).press("ArrowDown");
  await expect(words(page)).toHaveValue("");
  await page.getByRole("button", { name: "↑ history" }).click();
  const list = page.getByRole("region", { name: "Words used before" });
  await list.getByRole("searchbox").fill("WHITE");
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await list.getByRole("button", { name: "Save: black and white" }).click();
  await list.getByRole("searchbox").fill("");
  await list.getByRole("switch", { name: "Saved only" }).click();
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await list.getByRole("button", { name: "No longer save: black and white" }).click();
  await expect(list.getByRole("listitem")).toHaveCount(0);
});

test("without a connection a run waits and says so, and goes on by itself", async ({ page, context, quiet }) => {
  quiet.allow(/ERR_INTERNET_DISCONNECTED/);
  await openStudio(page, scene);
  await words(page).fill("warmer and brighter");
  await context.setOffline(true);
  await expect(page.getByText(/^No connection\./)).toBeVisible();
  await runButton(page).click();
  await expect(history(page).getByText("Waiting for the connection")).toBeVisible();
  await context.setOffline(false);
  await expect(result(page)).toBeVisible();
  await expect(page.getByText(/^No connection\./)).toHaveCount(0);
});

test("nothing jumps when a result arrives", async ({ page }) => {
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as PerformanceEntry & { readonly value: number; readonly hadRecentInput: boolean };
        if (!hadRecentInput) Reflect.set(window, "shifted", Number(Reflect.get(window, "shifted") ?? 0) + value);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await openStudio(page, drawScene(1600, 1200));
  await words(page).fill("warmer and brighter");
  await runButton(page).click();
  await expect(result(page)).toBeVisible();
  await expect(page.getByRole("img", { name: "After" })).toBeVisible();
  expect(await page.evaluate(() => Number(Reflect.get(window, "shifted") ?? 0))).toBeLessThanOrEqual(0.02);
});
