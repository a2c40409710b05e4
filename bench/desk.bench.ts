/**
 * A desk with ten thousand projects: how soon a page of it is answered, at the top and far down, and a search; how a browser
 * bears being scrolled to the end of them, and how soon it shows what is searched for then.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { startStudio } from "#lib/testing/start-studio.ts";
import { type Page as Cards, deskPageSize, type ProjectCard, paths } from "#lib/wire.ts";
import { openBrowser } from "./browser.ts";
import { measureMs, tell } from "./figures.ts";
import { frameGaps, tellFrames } from "./frames.ts";
import { fillWithProjects } from "./many-projects.ts";

const many = { count: 10_000, editsOfEach: 5 };
const rounds = 10;

const dataFolder = await mkdtemp(path.join(tmpdir(), "pentimento-desk-bench-"));
await fillWithProjects(dataFolder, many);
const studio = await startStudio({ dataFolder });
const browser = await openBrowser();
try {
  tell("a page at the top", await timeAsks(`filter=all&limit=${deskPageSize}`));
  tell("a page after nine thousand", await timeAsks(`filter=all&limit=${deskPageSize}&after=${await cursorAfter(9000)}`));
  tell("a search for one project", await timeAsks(`filter=all&limit=${deskPageSize}&search=${encodeURIComponent("glacier 7004")}`));
  tell("a search that finds nothing", await timeAsks(`filter=all&limit=${deskPageSize}&search=nowhere`));

  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(studio.origin);
  await page.waitForLoadState("networkidle");
  const cards = page.getByRole("region", { name: "Projects" }).getByRole("article");
  await cards.first().waitFor();
  const steps: number[] = [];
  const endMs = await measureMs(() => scrollToEnd(page, steps));
  console.log(`  ${"scrolled to the end".padEnd(64)} ${(endMs / 1000).toFixed(1)} s for ${await cards.count()} cards`);
  tell("the first twenty pages, each", steps.slice(0, 20));
  tell("the last twenty pages, each", steps.slice(-20));
  tellFrames("the wheel at the end of them", await frameGaps(page, () => wheel(page)));
  const search = page.getByRole("textbox", { name: "Search names and prompts" });
  for (const words of ["glacier 7004", "tower 42"]) {
    await search.click();
    const ms = await measureMs(async () => {
      await search.pressSequentially(words, { delay: 30 });
      await cards.filter({ hasText: words }).first().waitFor();
    });
    console.log(
      `  ${`“${words}” typed and found, ten thousand cards shown`.padEnd(64)} ${ms.toFixed(0)} ms (${words.length * 30} of them typing)`,
    );
    await search.fill("");
    await cards.nth(100).waitFor();
  }
} finally {
  await browser.close();
  await studio.stop();
  await rm(dataFolder, { recursive: true, force: true });
}

async function ask(query: string): Promise<Cards<ProjectCard>> {
  const answer = await fetch(`${studio.origin}${paths.projects}?${query}`);
  if (!answer.ok) throw new Error(`Expected ${query} to be answered but received ${answer.status}`);
  return (await answer.json()) as Cards<ProjectCard>;
}

async function timeAsks(query: string): Promise<readonly number[]> {
  const timesMs: number[] = [];
  while (timesMs.length < rounds) timesMs.push(await measureMs(() => ask(query)));
  return timesMs;
}

async function cursorAfter(count: number): Promise<string> {
  let next = "";
  for (let seen = 0; seen < count; seen += 100) next = (await ask(`filter=all&limit=100${next === "" ? "" : `&after=${next}`}`)).next ?? "";
  return next;
}

async function scrollToEnd(page: Page, steps: number[]): Promise<void> {
  const more = page.getByRole("region", { name: "Projects" }).getByRole("button", { name: /^(More|Loading)/ });
  for (;;) {
    const known = await page.getByRole("article").count();
    const isOver = (await more.count()) === 0;
    if (isOver) return;
    steps.push(
      await measureMs(async () => {
        await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
        await page.waitForFunction((before) => document.querySelectorAll("article").length > before, known);
      }),
    );
  }
}

async function wheel(page: Page): Promise<void> {
  await page.mouse.move(720, 500);
  for (let turn = 0; turn < 60; turn += 1) {
    await page.mouse.wheel(0, turn < 30 ? -300 : 300);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
}
