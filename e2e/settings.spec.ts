/** The settings, and the first minute of somebody who has nothing yet. */
import { wantsSeveral } from "#lib/testing/keeping.ts";
import { expect, test } from "./test.ts";

test("the settings tell who does the work, and a test of the connection says that it works", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Settings" }).click();
  const provider = page.getByRole("region", { name: "Who does the work" });
  await expect(provider.getByText("Local engine")).toBeVisible();
  await expect(provider.getByText("REPLICATE_API_TOKEN")).toBeVisible();
  await provider.getByRole("button", { name: "Test the connection" }).click();
  await expect(provider.getByText("It works.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Limits" })).toContainText("100 MB");
  await expect(page.getByRole("region", { name: "Storage" })).toContainText(wantsSeveral ? "Postgres" : "SQLite in the data folder");
  await expect(page.getByRole("region", { name: "Prices" })).toContainText("$0.04");
  await page.getByRole("link", { name: "Desk" }).click();
  await expect(page.getByRole("heading", { name: "Projects" })).toBeVisible();
});

test("the settings tell whether the gateway calls when a run is over, and when it did last", async ({ page }) => {
  const stands = (calls: { readonly lastAt: string | null } | null) =>
    page.route("**/api/settings", async (route) => {
      const facts = await (await route.fetch()).json();
      await route.fulfill({ json: { ...facts, provider: { name: "replicate", host: "gateway.example", available: true }, calls } });
    });
  const provider = page.getByRole("region", { name: "Who does the work" });
  for (const [calls, words] of [
    [null, "gateway.example is asked whether a run is over."],
    [{ lastAt: null }, "It has not called since the studio was started."],
    [{ lastAt: "2026-05-04T12:00:00Z" }, /gateway\.example calls when a run is over, last on May 4, 2026/],
  ] as const) {
    await stands(calls);
    await page.goto("/settings");
    await expect(provider.getByText(words)).toBeVisible();
  }
});

test("commands and keys are at hand in the settings too", async ({ page }) => {
  await page.goto("/settings");
  await expect(page.getByRole("region", { name: "Limits" })).toBeVisible();
  const keys = page.getByRole("region", { name: "Shortcuts" });
  await expect(keys).toContainText("none so far");
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Commands" });
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("theme");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await expect(page.getByRole("radio", { name: "Light" })).toBeChecked();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Shortcuts" })).toBeVisible();
  await page.keyboard.press("Escape");
  await keys.getByRole("button", { name: "See and change all shortcuts" }).click();
  await page.getByRole("switch", { name: "Single letters off" }).click();
  await page.keyboard.press("Escape");
  await expect(keys).toContainText("off");
});

test("on an empty desk a sample becomes a project at a press, with words ready to run, and the samples can be sent away for good", async ({
  page,
}) => {
  // The other journeys have filled this desk.
  await page.route("**/api/projects?*", (route) => route.fulfill({ json: { items: [], next: null } }));
  await page.goto("/");
  await page.getByRole("button", { name: /^Sample: remove an object/ }).click();
  await expect(page).toHaveURL(/\/projects\/prj_\w+\?mode=fill/);
  await expect(page.getByRole("textbox", { name: "Name of the project" })).toHaveValue("Sample: remove an object");
  await expect(page.getByRole("textbox", { name: "Prompt", exact: true })).toHaveValue("remove it");
  await page.goto("/");
  await page.getByRole("button", { name: "Hide the samples" }).click();
  await expect(page.getByRole("button", { name: /^Sample:/ })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("button", { name: "Show all projects" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Sample:/ })).toHaveCount(0);
});
