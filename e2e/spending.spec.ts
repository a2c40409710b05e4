/** Money in the studio: an owner sets a cap, the composer says what is left before and after, and the page tells who spent what. */
import { readFile } from "node:fs/promises";
import { moneyPaths } from "#lib/money-wire.ts";
import { peoplePaths } from "#lib/people-wire.ts";
import { type FakeGateway, startFakeGateway } from "#lib/testing/fake-gateway/fake-gateway.ts";
import { paths } from "#lib/wire.ts";
import { expectClean, wear } from "./axe.ts";
import { runButton } from "./journey.ts";
import { drawScene } from "./pictures.ts";
import { password, setUpCode, teamEnvironment } from "./team-settings.ts";
import { test as base, expect } from "./test.ts";

const ada = { email: "ada@example.com", password };

const test = base.extend<object, { readonly gateway: FakeGateway }>({
  gateway: [
    async ({ browserName: _browser }, use) => {
      const gateway = await startFakeGateway();
      await use(gateway);
      await gateway.close();
    },
    { scope: "worker" },
  ],
  environment: [
    async ({ gateway }, use) => {
      await use({ ...teamEnvironment, REPLICATE_API_TOKEN: gateway.token, REPLICATE_BASE_URL: gateway.baseUrl });
    },
    { scope: "worker" },
  ],
});

test.describe.configure({ mode: "serial" });

test("an owner caps what the team may spend in a day, and the composer keeps to it", async ({ page, quiet }) => {
  quiet.allow(/402/);
  await page.request.post(peoplePaths.setUp, { data: { code: setUpCode, name: "Ada", ...ada } });
  await page.goto("/settings");
  await page.getByRole("link", { name: "See what was spent" }).click();
  const caps = page.getByRole("region", { name: "Caps" });
  await caps.getByLabel("All together, a day", { exact: true }).fill("0.05");
  await caps.getByRole("button", { name: "Save the cap: All together, a day" }).click();
  await expect(caps.getByText("$0.00 charged or reserved now").first()).toBeVisible();
  await expect(caps.getByRole("button", { name: "Save the cap: All together, a day" })).toBeDisabled();
  await expect(page.getByText("Nothing was spent in these days.")).toBeVisible();

  const picture = await (await page.request.post(paths.pictures, { data: drawScene(640, 400) })).json();
  const project = await (await page.request.post(paths.projects, { data: { name: "Harbour", pictureId: picture.id } })).json();
  await page.goto(`/projects/${project.id}?mode=edit`);
  const composer = page.getByRole("form", { name: "Change the picture" });
  await expect(composer).toContainText("$0.04");
  await expect(composer).toContainText("$0.05 left for the studio today");
  await composer.getByRole("textbox", { name: "Prompt", exact: true }).fill("make the boat red");
  await runButton(page).click();
  await expect(composer.getByRole("status").filter({ hasText: "This is more than what is left ($0.01)." })).toBeVisible();
  await expect(page.getByRole("region", { name: "Result" })).toBeVisible();
  await expect(composer).toContainText("today $0.04");
  await runButton(page).click();
  const refusal = composer
    .getByRole("alert")
    .filter({ hasText: "The studio’s cap for a day is $0.05: $0.01 of it is left, and this run may cost $0.04." });
  await expect(refusal).toContainText("It is free again on");
  await expect(refusal).toContainText("Nothing was charged");
});

test("the page tells what was spent and by whom, and hands it out as a table", async ({ page }) => {
  await page.request.post(peoplePaths.session, { data: ada });
  await page.goto(moneyPaths.spendingPage);
  const spent = page.getByRole("region", { name: "Spent" });
  await expect(spent.getByRole("row", { name: /^Ada \$0\.04 – 1$/ })).toBeVisible();
  await expect(spent.getByRole("row", { name: /flux-kontext-pro \$0\.04/ })).toBeVisible();
  await page.getByRole("radio", { name: "7 days" }).check();
  await expect(spent.getByRole("row", { name: /^Ada/ })).toBeVisible();
  const downloading = page.waitForEvent("download");
  await spent.getByRole("link", { name: "Download as CSV" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("spending.csv");
  expect(await readFile(await download.path(), "utf8")).toMatch(
    /^asked_at,at,kind,person,model,pictures,usd,run\r\n.*,reserved,Ada,.*,1,0\.040000,prd_/,
  );

  const caps = page.getByRole("region", { name: "Caps" });
  await caps.getByRole("combobox", { name: "A cap of their own for" }).selectOption("Ada");
  await caps.getByLabel("Ada, a month", { exact: true }).fill("20");
  const saved = page.waitForResponse((answer) => answer.url().endsWith(moneyPaths.caps));
  await page.keyboard.press("Enter");
  expect((await saved).status()).toBe(200);
  await page.getByRole("link", { name: "People" }).click();
  const audit = page.getByRole("region", { name: "What was done" });
  await expect(audit).toContainText("ada@example.com, month: $20");
  await expect(audit).toContainText("team, day: $0.05");
});

for (const [language, theme, title] of [
  ["en", "light", "Spending"],
  ["en", "dark", "Spending"],
  ["zh-CN", "light", "支出"],
  ["zh-CN", "dark", "支出"],
] as const) {
  for (const width of [390, 1440]) {
    test(`the page keeps the rules of WCAG 2.2 AA, ${language}, ${theme}, ${width} px wide`, async ({ page, context, baseURL }) => {
      await wear(context, baseURL, { language, theme });
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ reducedMotion: "reduce" });
      await page.request.post(peoplePaths.session, { data: ada });
      await page.goto(moneyPaths.spendingPage);
      await expect(page.getByRole("heading", { name: title, exact: true })).toBeVisible();
      await expect(page.getByRole("row", { name: /^Ada/ })).toBeVisible();
      await expectClean(page, "spending");
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    });
  }
}
