/** Pictures of other projects are at hand where a picture is wanted: found by name or prompt, taken over into this project. */
import type { Project } from "#lib/wire.ts";
import { paths } from "#lib/wire.ts";
import { makeProject, openStudio } from "./journey.ts";
import { drawScene } from "./pictures.ts";
import { expect, test } from "./test.ts";

test("a picture of another project is found and stands in the slot, by keys alone", async ({ page, baseURL }) => {
  const name = `Lighthouse ${Date.now()}`;
  await makeProject(drawScene(300, 200), name);
  const project = await openStudio(page, drawScene(480, 320), { mode: "combine" });
  const slot = page.getByRole("group", { name: "Second picture" });
  await slot.getByRole("button", { name: /^Choose from the library/ }).press("Enter");
  const library = page.getByRole("region", { name: /^Choose from the library/ });
  await expect(library.getByRole("region", { name: "This project" }).getByRole("button")).toHaveCount(1);
  await library.getByRole("textbox", { name: "Search names and prompts" }).fill(name.toLowerCase());
  const found = library.getByRole("region", { name: "Other projects" }).getByRole("button");
  await expect(found).toHaveCount(1);
  await found.press("Enter");
  const picture = library.getByRole("region", { name }).getByRole("button", { name, exact: true });
  await expect(library.getByRole("button", { name: `All projects: ${name}` })).toBeFocused();
  await picture.press("Enter");
  await expect(library).toHaveCount(0);
  await expect(slot.getByText(name)).toBeVisible();
  await expect(async () => {
    const stored: Project = JSON.parse(await (await page.request.get(`${baseURL}${paths.project(project.id)}`)).text());
    expect(stored.edits.map((edit) => edit.name)).toContain(name);
    expect(stored.currentEditId).toBe(project.currentEditId);
  }).toPass();
});

test("what opens from a button is not cut off when more of it comes", async ({ page }) => {
  for (const name of ["Heron", "Kestrel", "Osprey", "Plover"]) await makeProject(drawScene(300, 200), name);
  await openStudio(page, drawScene(480, 320), { mode: "combine" });
  const slot = page.getByRole("group", { name: "Second picture" });
  await slot.getByRole("button", { name: /^Choose from the library/ }).click();
  const others = page.getByRole("region", { name: /^Choose from the library/ }).getByRole("region", { name: "Other projects" });
  await expect(others.getByRole("button").first()).toBeVisible();
  await expect(others.getByRole("button").first()).toBeInViewport();
});

test("what nothing is called finds nothing, and says so", async ({ page }) => {
  await openStudio(page, drawScene(480, 320), { mode: "combine" });
  await page
    .getByRole("button", { name: /^Choose from the library/ })
    .last()
    .click();
  const library = page.getByRole("region", { name: /^Choose from the library/ });
  await library.getByRole("textbox").fill("no project is called that");
  await expect(library.getByText(/^No name and no prompt contains/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(library).toHaveCount(0);
});
