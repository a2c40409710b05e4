/** Who comes by a link meets the same care as who works in the studio: every state, language and theme, wide and narrow. */
import type { Page } from "@playwright/test";
import { type Edit, paths } from "#lib/wire.ts";
import { expectClean, wear } from "./axe.ts";
import { makeProject } from "./journey.ts";
import { drawScene } from "./pictures.ts";
import { askJson, upload } from "./studio-client.ts";
import { expect, test } from "./test.ts";

interface MadeLink {
  readonly id: string;
  readonly address: string;
}

async function makeLink(page: Page, origin: string): Promise<MadeLink> {
  const project = await makeProject(drawScene(960, 640), "Coast");
  const picture = await upload(origin, drawScene(960, 641));
  const body = { pictureId: picture.id, name: "Brighter coast", parentEditId: project.currentEditId };
  const edit: Edit = JSON.parse((await askJson(origin, paths.edits(project.id), body)).text);
  await page.goto(`/projects/${project.id}?edit=${edit.id}`);
  await page.getByRole("button", { name: /^(Share|分享)$/ }).click();
  const made = page.waitForResponse((answer) => answer.request().method() === "POST" && answer.url().endsWith("/shares"));
  await page.getByRole("button", { name: /^(Make a review link|创建审阅链接)$/ }).click();
  const { id }: { readonly id: string } = await (await made).json();
  return { id, address: await page.getByRole("textbox", { name: /^(Address of the link|链接地址)$/ }).inputValue() };
}

const widths = [1440, 320] as const;
const modes = /^(Slider|Side by side|Blink|Difference|滑块|并排|闪烁|差异)$/;

for (const language of ["en", "zh-CN"] as const) {
  for (const theme of ["dark", "light"] as const) {
    test(`the page of a link keeps the rules of WCAG 2.2 AA, ${theme}, ${language}`, async ({ page, context, baseURL, quiet }) => {
      quiet.allow(/404/);
      await wear(context, baseURL, { language, theme });
      await page.emulateMedia({ reducedMotion: "reduce" });
      const { id, address } = await makeLink(page, baseURL ?? "");
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(address);
        const ways = page.getByRole("main").getByRole("radio", { name: modes });
        await expect(ways.first()).toBeVisible();
        for (const way of await ways.all()) {
          await way.check();
          await expectClean(page, `${await way.evaluate((radio) => radio.parentElement?.textContent)} at ${width}`);
        }
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
      await page.getByRole("textbox", { name: /^(Your name|您的名字)$/ }).fill("Ada");
      await page.getByRole("textbox", { name: /^(Your remark|您的意见)$/ }).fill("The sky is too bright here");
      await page.getByRole("button", { name: /^(Pin a place|标注位置)$/ }).click();
      await expectClean(page, "while a place is pinned");
      await page.getByRole("button", { name: /^(Send|发送)$/ }).click();
      await expect(page.getByRole("list", { name: /^(Remarks|意见)$/ })).toContainText("The sky is too bright here");
      await expectClean(page, "with a remark");
      await page.request.delete(`${baseURL}${paths.share(id)}`, { headers: { origin: baseURL ?? "" } });
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectClean(page, "closed");
    });
  }
}
