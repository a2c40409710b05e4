/** The steps that led to a result, applied to other pictures: said first what will be done, then done, in both languages. */
import type { Page } from "@playwright/test";
import en from "#lib/messages/en.json" with { type: "json" };
import zhCN from "#lib/messages/zh-CN.json" with { type: "json" };
import { type Replay, replayPaths } from "#lib/replay-wire.ts";
import { type Prediction, type Project, paths } from "#lib/wire.ts";
import { expectClean } from "./axe.ts";
import { chooseFiles, dropFiles, openStudio, pngFile, runButton } from "./journey.ts";
import { drawScene } from "./pictures.ts";
import { ask, askJson, untilEnded, upload } from "./studio-client.ts";
import { expect, test } from "./test.ts";

const messages = { en, "zh-CN": zhCN };
const words = { en: ["make the car red", "black and white"], "zh-CN": ["把汽车变成红色", "变成黑白"] } as const;

for (const language of ["en", "zh-CN"] as const) {
  test.describe(`in ${language}`, () => {
    const say = messages[language];
    const [first, second] = words[language];
    const history = (page: Page) => page.getByRole("navigation", { name: say.history.title });
    const dialog = (page: Page) => page.getByRole("dialog", { name: say.replay.title });
    const result = (page: Page) => page.getByRole("region", { name: say.review.result, exact: true });

    async function edit(page: Page, text: string): Promise<void> {
      await page.getByRole("textbox", { name: language === "en" ? "Prompt" : "提示词", exact: true }).fill(text);
      await runButton(page).click();
      await expect(history(page).getByRole("button", { name: text }).first()).toBeVisible();
      await result(page).getByRole("button", { name: say.review.keep }).click();
    }

    test.beforeEach(async ({ context, page, baseURL }) => {
      await context.addCookies([{ name: "language", value: language, url: baseURL ?? "" }]);
      await openStudio(page, drawScene(420, 300));
      await edit(page, first);
      await edit(page, second);
    });

    test("to one picture, which becomes a project with the same history", async ({ page }) => {
      const card = history(page).getByRole("listitem").filter({ hasText: second }).first();
      await card.hover();
      await card.getByRole("button", { name: say.history.menu }).click();
      await page.getByRole("menuitem", { name: say.history.applySteps }).click();
      await expect(
        dialog(page)
          .getByRole("listitem")
          .filter({ has: page.getByRole("switch") }),
      ).toHaveCount(2);
      await expect(dialog(page)).toContainText(say.replay.totalFree);
      await expectClean(page, "steps about to be applied");
      await chooseFiles(page, dialog(page).getByRole("button", { name: say.replay.choose }), [pngFile("tall.png", drawScene(260, 380))]);
      const before = page.url();
      await dialog(page)
        .getByRole("button", { name: /^(Apply to 1 picture|应用于 1 张图片)$/ })
        .click();
      await expect(page).not.toHaveURL(before);
      await expect(history(page).getByRole("button", { name: "tall" })).toBeVisible();
      await expect(history(page).getByRole("button", { name: first })).toBeVisible();
      await expect(history(page).getByRole("button", { name: `${say.history.current} ${second}` })).toBeVisible();
    });

    test("to several dropped ones at once without one of the steps, each seen to its end", async ({ page }) => {
      await page.keyboard.press("d");
      await page.getByRole("dialog", { name: say.madeBy.title }).getByRole("button", { name: say.madeBy.apply }).click();
      await dropFiles(page, dialog(page).getByRole("heading"), [
        pngFile("left.png", drawScene(200, 200)),
        pngFile("right.png", drawScene(220, 200)),
      ]);
      await dialog(page).getByRole("switch", { name: first }).click();
      await dialog(page)
        .getByRole("button", { name: /^(Apply to 2 pictures|应用于 2 张图片)$/ })
        .click();
      await expect(dialog(page).getByText(say.replay.status.done)).toHaveCount(2);
      await dialog(page).getByRole("link", { name: "right" }).click();
      await expect(history(page).getByRole("listitem")).toHaveCount(2);
      await expect(history(page).getByRole("button", { name: first })).toHaveCount(0);
    });

    test("to the same picture in this project: a branch of its own beside the first", async ({ page }) => {
      await page.keyboard.press("d");
      await page.getByRole("dialog", { name: say.madeBy.title }).getByRole("button", { name: say.madeBy.apply }).click();
      await dialog(page).getByText(say.replay.fromStudio).click();
      await dialog(page).getByRole("button", { name: "Journey" }).first().click();
      await dialog(page).getByRole("radio", { name: say.replay.thisProject }).check();
      await dialog(page)
        .getByRole("button", { name: /^(Apply to 1 picture|应用于 1 张图片)$/ })
        .click();
      await expect(history(page).getByRole("button", { name: second })).toHaveCount(2);
      await expect(page.getByRole("region", { name: say.replay.strip })).toHaveCount(0);
    });
  });
}

test("a step that has no room on another picture stops the rest with its reason, and one goes on without it", async ({ page, baseURL }) => {
  const origin = baseURL ?? "";
  const project = await openStudio(page, drawScene(300, 200));
  const enlarged: Prediction = JSON.parse((await askJson(origin, paths.enlarge(project.currentEditId ?? ""), { factor: 4 })).text);
  await untilEnded(origin, enlarged.id);
  const { edits }: Project = JSON.parse((await ask(origin, paths.project(project.id))).text);
  const last = edits.at(-1)?.id ?? "";
  const inputs = { prompt: "black and white", input_image: edits.at(-1)?.picture.id };
  const body = { projectId: project.id, parentEditId: last, model: "black-forest-labs/flux-kontext-pro", inputs };
  const grey: Prediction = JSON.parse((await askJson(origin, paths.predictions, body)).text);
  const { outputEditIds } = await untilEnded(origin, grey.id);
  const { id: pictureId } = await upload(origin, drawScene(2400, 1800));
  const request = { pictures: [{ pictureId, name: "Large" }], off: [], seeds: "same", projectId: null };
  const answer = await askJson(origin, replayPaths.ofEdit(outputEditIds[0] ?? ""), request);
  const [begun]: readonly Replay[] = JSON.parse(answer.text).replays;

  await page.goto(`/projects/${begun?.projectId}`);
  const strip = page.getByRole("region", { name: "Applied steps" });
  await expect(strip).toContainText("This step does not fit this picture.");
  await expect(strip).toContainText("Step 1 on Large");
  await strip.getByRole("button", { name: "Go on without this step" }).click();
  await expect(page.getByRole("navigation", { name: "History" }).getByRole("button", { name: "current black and white" })).toBeVisible();
  await expect(strip).toHaveCount(0);
});
