/** The settings, and the first minute of somebody who has nothing yet. */
import { expect, test } from "./test.ts";

test("the settings tell who does the work, and a test of the connection says that it works", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Settings" }).click();
  const provider = page.getByRole("region", { name: "Who does the work" });
  await expect(provider.getByText("Local engine")).toBeVisible();
  await expect(provider.getByText("REPLICATE_API_TOKEN")).toBeVisible();
  await provider.getByRole("button", { name: "Test the connection" }).click();
  await expect(provider.getByText("It works.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Limits" })).toContainText("105 MB");
  await expect(page.getByRole("region", { name: "Storage" })).toContainText("SQLite in the data folder");
  await expect(page.getByRole("region", { name: "Prices" })).toContainText("$0.04");
  await page.getByRole("link", { name: "Desk" }).click();
  await expect(page.getByRole("heading", { name: "Projects" })).toBeVisible();
});

test("on an empty desk a sample becomes a project at a press, and the samples can be sent away for good", async ({ page }) => {
  // The other journeys have filled this desk.
  await page.route("**/api/projects?*", (route) => route.fulfill({ json: { items: [], next: null } }));
  await page.goto("/");
  await page.getByRole("button", { name: /^Sample: remove an object/ }).click();
  await expect(page).toHaveURL(/\/projects\/prj_\w+\?mode=fill/);
  await expect(page.getByRole("textbox", { name: "Name of the project" })).toHaveValue("Sample: remove an object");
  await page.goto("/");
  await page.getByRole("button", { name: "Hide the samples" }).click();
  await expect(page.getByRole("button", { name: /^Sample:/ })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("button", { name: "Show all projects" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Sample:/ })).toHaveCount(0);
});
