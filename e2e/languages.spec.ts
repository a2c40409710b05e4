/** The five journeys in every language the studio speaks: edit, fill, combine, generate, compare models. */
import type { Page } from "@playwright/test";
import en from "#lib/messages/en.json" with { type: "json" };
import zhCN from "#lib/messages/zh-CN.json" with { type: "json" };
import { builtInModels } from "#lib/models/built-in.ts";
import type { Task } from "#lib/models/model.ts";
import { chooseFiles, openStudio, pngFile, runButton } from "./journey.ts";
import { drawMiddleMask, drawScene } from "./pictures.ts";
import { expect, test } from "./test.ts";

const messages = { en, "zh-CN": zhCN };
const scene = drawScene(480, 320);

/** The labels of a model's fields of a kind, as this language has them. */
function labelsOf(task: Task, kind: string, language: "en" | "zh-CN"): readonly string[] {
  const entry = builtInModels.find((model) => model.task === task);
  return (entry?.fields ?? []).filter((field) => field.kind === kind).map((field) => field.label[language]);
}

for (const language of ["en", "zh-CN"] as const) {
  test.describe(`in ${language}`, () => {
    const say = messages[language];
    const [wordsLabel = ""] = labelsOf("edit", "text", language);
    const { first: prompt } = say.composer.example.edit;
    const words = (page: Page) => page.getByRole("textbox", { name: wordsLabel, exact: true });
    const history = (page: Page) => page.getByRole("navigation", { name: say.history.title });
    const stage = (page: Page) => page.getByRole("main", { name: say.studio.stage });
    const result = (page: Page) => page.getByRole("region", { name: say.review.result, exact: true });
    const uploadTo = (page: Page, label: string) => page.getByRole("button", { name: say.composer.uploadFor.replace("{label}", label) });

    async function run(page: Page, text: string): Promise<void> {
      await words(page).fill(text);
      await runButton(page).click();
      await expect(result(page)).toBeVisible();
    }

    test.beforeEach(async ({ context, baseURL }) => {
      await context.addCookies([{ name: "language", value: language, url: baseURL ?? "" }]);
    });

    test("a picture is edited by words and kept", async ({ page }) => {
      await page.goto("/");
      await chooseFiles(page, page.getByRole("button", { name: say.desk.choose }), [pngFile("coast.png", scene)]);
      await run(page, prompt);
      await expect(stage(page).getByRole("img", { name: say.review.before })).toBeVisible();
      await expect(stage(page).getByRole("img", { name: say.review.after })).toBeVisible();
      await result(page).getByRole("button", { name: say.review.keep }).click();
      await expect(history(page).getByRole("button", { name: `${say.history.current} ${prompt}` })).toBeVisible();
    });

    test("a hole is filled through an uploaded mask", async ({ page }) => {
      await openStudio(page, scene, { mode: "fill" });
      const [mask = ""] = labelsOf("fill", "mask", language);
      await chooseFiles(page, uploadTo(page, mask), [pngFile("mask.png", drawMiddleMask(480, 320))]);
      await expect(page.getByText(say.composer.maskSet)).toBeVisible();
      await run(page, say.composer.example.fill.first);
      await expect(page.getByText(say.review.fidelity.kept)).toBeVisible();
    });

    test("two pictures are combined", async ({ page }) => {
      await openStudio(page, scene, { mode: "combine" });
      const [, second = ""] = labelsOf("combine", "picture", language);
      await chooseFiles(page, uploadTo(page, second), [pngFile("tower.png", drawScene(320, 480))]);
      await expect(history(page).getByRole("button", { name: "tower.png" })).toBeVisible();
      await run(page, say.composer.example.combine.first);
      await expect(history(page).getByRole("listitem")).toHaveCount(3);
    });

    test("a picture is made from words alone", async ({ page }) => {
      await page.goto("/");
      await page.getByRole("button", { name: say.desk.fromWords }).click();
      await expect(page.getByText(say.studio.emptyWordsTitle)).toBeVisible();
      const text = say.composer.example.generate.first;
      await run(page, text);
      await expect(stage(page).getByRole("img", { name: text })).toBeVisible();
    });

    test("two models answer the same words, side by side in one grid", async ({ page }) => {
      await openStudio(page, scene);
      await page.getByRole("button", { name: say.composer.alsoOn }).click();
      await page.getByRole("checkbox", { name: "FLUX Kontext Dev" }).check();
      await page.keyboard.press("Escape");
      await run(page, prompt);
      for (const model of ["FLUX Kontext Pro", "FLUX Kontext Dev"])
        await expect(history(page).getByTitle(`${prompt} · ${model}`)).toBeVisible();
      await page.getByRole("radio", { name: say.review.mode.grid }).click();
      await expect(page).toHaveURL(/compare=grid/);
      await expect(stage(page).getByRole("img")).toHaveCount(2);
      await page.keyboard.press("1");
      await expect(result(page)).toBeVisible();
    });
  });
}
