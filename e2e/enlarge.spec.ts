/** A larger copy of a picture: from the panel, from the commands, and what is too large is said before it is asked. */

import { makeProject, openStudio } from "./journey.ts";
import { drawScene } from "./pictures.ts";
import { expect, test } from "./test.ts";

test("a picture becomes twice as large beside its original, and the larger one can be enlarged again", async ({ page }) => {
  await openStudio(page, drawScene(300, 200));
  await page.getByRole("button", { name: "Enlarge" }).click();
  const sizes = page.getByRole("region", { name: "Enlarge" });
  await expect(sizes.getByRole("button", { name: "4× 1200 × 800" })).toBeEnabled();
  await sizes.getByRole("button", { name: "2× 600 × 400" }).click();
  const result = page.getByRole("region", { name: "Result" });
  await expect(result).toContainText("Enlarge");
  await expect(result).toContainText("2×");
  // Beside its original, with what one needs to judge and keep it; nothing that only a model's run has.
  await expect(page.getByRole("main", { name: "Picture" }).getByRole("img", { name: "Before" })).toBeVisible();
  await expect(result.getByRole("button", { name: /^(Again|Reuse)/ })).toHaveCount(0);
  await result.getByRole("button", { name: "Keep this edit" }).click();
  await result.getByRole("button", { name: "Enlarge" }).click();
  await expect(sizes.getByRole("button", { name: "4× 2400 × 1600" })).toBeEnabled();
});

test("it stands among the commands, where somebody looks for it by its name", async ({ page }) => {
  const { id } = await makeProject(drawScene(120, 80), "Small");
  await page.goto(`/projects/${id}?mode=fill`);
  await expect(page.getByRole("button", { name: "Enlarge" })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("combobox", { name: "What do you want to do?" }).fill("enlarge 4");
  await page.getByRole("option", { name: "Enlarge 4×" }).click();
  const result = page.getByRole("region", { name: "Result" });
  await expect(result).toContainText("4×");
  await result.getByRole("button", { name: "Enlarge" }).click();
  await expect(page.getByRole("region", { name: "Enlarge" }).getByRole("button", { name: "2× 960 × 640" })).toBeEnabled();
});

test("what would be too large is not offered, and why", async ({ page }) => {
  await openStudio(page, drawScene(2400, 1800));
  await page.getByRole("button", { name: "Enlarge" }).click();
  const sizes = page.getByRole("region", { name: "Enlarge" });
  await expect(sizes.getByRole("button", { name: "2× 4800 × 3600" })).toBeEnabled();
  await expect(sizes.getByRole("button", { name: "4× 9600 × 7200" })).toBeDisabled();
  await expect(sizes).toContainText("At most 50 million pixels");
});
