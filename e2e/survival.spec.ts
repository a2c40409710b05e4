/** A tab that dies takes nothing with it that is older than a second: words, settings and strokes, again and again. */
import type { Page } from "@playwright/test";
import { asMuchAs } from "#lib/testing/scale.ts";
import { makeProject, moreLine } from "./journey.ts";
import { drawScene } from "./pictures.ts";
import { expect, test } from "./test.ts";

const kills = asMuchAs(8, 20);
const letterMs = 110;
const words = (page: Page) => page.getByRole("textbox", { name: "Prompt", exact: true });
const seed = (page: Page) => page.getByRole("textbox", { name: "Seed" });
const coverage = (page: Page) => page.getByRole("status").filter({ hasText: /mask/ });

async function dab(page: Page, at: number): Promise<void> {
  const box = await page.getByRole("application").boundingBox();
  if (!box) throw new Error("Expected a canvas on the page but found none");
  const [x, y] = [box.x + box.width * (0.2 + 0.12 * (at % 5)), box.y + box.height * (0.2 + 0.15 * Math.floor(at / 5))];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 4, y + 2, { steps: 3 });
  await page.mouse.up();
}

/** The renderer is gone at once: nothing in the page hears of it. */
async function kill(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  session.send("Page.crash").catch(() => undefined);
  await crashed;
  await page.close();
}

async function openFill(page: Page, projectId: string): Promise<void> {
  await page.goto(`/projects/${projectId}?mode=fill`);
  await expect(coverage(page)).toBeVisible();
  await moreLine(page).click();
  await expect(seed(page)).toBeVisible();
}

test("what was typed, set and painted a second before the tab died is there again, however often", async ({ page: first, context }) => {
  test.setTimeout(900_000);
  await first.goto("/");
  const project = await makeProject(drawScene(960, 640), "Mortal");
  let lasting = "";
  for (let round = 0; round < kills; round += 1) {
    const page = await context.newPage();
    await openFill(page, project.id);
    if (round > 0) {
      await expect(words(page)).toHaveValue(new RegExp(`^${lasting}`));
      await expect(seed(page)).toHaveValue(String(round - 1));
    }
    await expect(coverage(page)).toHaveText(
      round === 0 ? "nothing masked yet" : round === 1 ? /1 region$/ : new RegExp(`${round} regions$`),
    );
    await dab(page, round);
    await expect(coverage(page)).toHaveText(round === 0 ? /1 region$/ : new RegExp(`${round + 1} regions$`));
    await seed(page).fill(String(round));
    const text = `round ${round} of words`;
    await words(page).fill("");
    const typedAtMs: number[] = [];
    for (const letter of text) {
      await words(page).pressSequentially(letter, { delay: letterMs });
      typedAtMs.push(Date.now());
    }
    const killedAtMs = Date.now();
    await kill(page);
    lasting = text.slice(0, typedAtMs.filter((atMs) => killedAtMs - atMs >= 1000).length);
    expect(lasting.length).toBeGreaterThan(0);
  }
});
