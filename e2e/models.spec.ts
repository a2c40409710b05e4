/** Every model of the catalogue, once, from its form to a stored result, without a key. */
import type { Locator, Page } from "@playwright/test";
import { builtInModels } from "#lib/models/built-in.ts";
import { initialInputs, visibleFields } from "#lib/models/form.ts";
import type { Field, ModelEntry } from "#lib/models/model.ts";
import { type ModelsAnswer, type Project, paths } from "#lib/wire.ts";
import { chooseFiles, moreLine, openStudio, pngFile, runButton } from "./journey.ts";
import { drawMiddleMask, drawScene } from "./pictures.ts";
import { expect, test } from "./test.ts";

const scene = drawScene(480, 320);
const prompts = {
  edit: "make it black and white",
  fill: "remove the car",
  combine: "put them side by side",
  generate: "a lake at sunset",
} as const;

function fieldLocator(page: Page, field: Field): Locator {
  const name = field.label.en;
  switch (field.kind) {
    case "toggle":
      return page.getByRole("switch", { name, exact: true });
    case "picture":
    case "mask":
      return page.getByRole("group", { name, exact: true });
    default:
      return page
        .getByRole("textbox", { name, exact: true })
        .or(page.getByRole("radiogroup", { name, exact: true }))
        .or(page.getByRole("combobox", { name, exact: true }))
        .first();
  }
}

async function chooseModel(page: Page, { id, title, task }: ModelEntry): Promise<void> {
  const first = builtInModels.find((entry) => entry.task === task);
  const opener = page.getByRole("tabpanel").getByRole("button", { name: first?.title ?? "", expanded: false });
  await expect(opener).toBeVisible();
  if (first?.id === id) return;
  await opener.click();
  await page
    .getByRole("region", { name: "Choose a model" })
    .getByRole("button", { name: `${title} ` })
    .click();
}

test("the page offers the models that are tried here, and no others", async ({ request }) => {
  const { models }: ModelsAnswer = await (await request.get(paths.models)).json();
  expect(models.map(({ id }) => id)).toEqual(builtInModels.map(({ id }) => id));
  expect(models).toHaveLength(8);
});

for (const entry of builtInModels) {
  test(`${entry.id} goes from its form to a stored result`, async ({ page, request }) => {
    const project = await openStudio(page, entry.task === "generate" ? null : scene, { mode: entry.task });
    await chooseModel(page, entry);
    await expect(page.getByRole("tabpanel").getByRole("button", { name: `${entry.title} ` })).toBeVisible();
    await moreLine(page).click();
    const shown = visibleFields(entry, initialInputs(entry));
    for (const field of shown) await expect(fieldLocator(page, field), `${field.name} has no control`).toBeVisible();

    const slots = shown.filter(({ kind, required }) => required && (kind === "mask" || kind === "picture")).slice(1);
    for (const slot of slots) {
      const picture = slot.kind === "mask" ? drawMiddleMask(480, 320) : drawScene(320, 480);
      const upload = fieldLocator(page, slot).getByRole("button", { name: `Upload: ${slot.label.en}` });
      await chooseFiles(page, upload, [pngFile(`${slot.name}.png`, picture)]);
      await expect(fieldLocator(page, slot).getByRole("img")).toBeVisible();
    }

    const toggle = shown.find(({ kind }) => kind === "toggle");
    if (toggle) {
      const control = fieldLocator(page, toggle);
      const before = await control.isChecked();
      await control.click();
      await expect(control).toBeChecked({ checked: !before });
      await page.getByRole("button", { name: `Reset to default: ${toggle.label.en}` }).click();
      await expect(control).toBeChecked({ checked: before });
    }
    const seed = page.getByRole("textbox", { name: "Seed" });
    await seed.fill("7");
    await page.getByRole("button", { name: "Reset to default: Seed" }).click();
    await expect(seed).toHaveValue("");
    await expect(page.getByRole("button", { name: /^Reset to default/ })).toHaveCount(0);
    await seed.fill("7");

    await page.getByRole("textbox", { name: "Prompt", exact: true }).fill(prompts[entry.task]);
    await expect(page.getByText("Costs nothing")).toBeVisible();
    await runButton(page).click();
    await expect(page.getByRole("region", { name: "Result" })).toBeVisible();
    await expect(page.getByRole("region", { name: "Result" }).getByText(/seed 7/)).toBeVisible();

    const stored: Project = await (await request.get(paths.project(project.id))).json();
    expect(stored.predictions.map(({ model, status, provider, charged }) => ({ model, status, provider, charged }))).toEqual([
      { model: entry.id, status: "stored", provider: "local", charged: "no" },
    ]);
    const output = stored.predictions[0]?.outputs[0];
    const file = await request.get(paths.pictureFile(output?.id ?? ""));
    expect([file.status(), file.headers()["content-type"]]).toEqual([200, `image/${output?.format}`]);
  });
}
