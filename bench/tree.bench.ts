/**
 * A history of a thousand edits: how long a frame takes while the tree is scrolled by the wheel, both ways, and while the
 * filmstrip is. Against the built studio in headless Chromium: node bench/tree.bench.ts
 */
import type { Page } from "@playwright/test";
import { encodePng } from "#lib/testing/fake-gateway/png.ts";
import { startStudio } from "#lib/testing/start-studio.ts";
import { type Edit, type Picture, type Project, paths } from "#lib/wire.ts";
import { openBrowser } from "./browser.ts";
import { measureMs, tell } from "./figures.ts";
import { frameGaps, tellFrames } from "./frames.ts";

const nodes = 1000;
const pictures = 24;
const turns = 150;
const openings = 5;

async function post<Answer>(origin: string, path: string, body: BodyInit, type: string): Promise<Answer> {
  const answer = await fetch(`${origin}${path}`, { method: "POST", headers: { origin, "content-type": type }, body });
  if (!answer.ok) throw new Error(`Expected ${path} to answer but received ${answer.status}`);
  return (await answer.json()) as Answer;
}

const postJson = <Answer>(origin: string, path: string, body: object) =>
  post<Answer>(origin, path, JSON.stringify(body), "application/json");

/** Long lines with a branch every few steps, as somebody works who goes back and tries again. */
async function growTree(origin: string): Promise<Project> {
  const ids: string[] = [];
  for (let at = 0; at < pictures; at += 1) {
    const pixel = (x: number, y: number) => [(x * (at + 3)) & 255, (y * 5 + at * 11) & 255, (x ^ y) & 255];
    const png = encodePng({ width: 900, height: 600, channels: 3, pixel });
    ids.push((await post<Picture>(origin, paths.pictures, new Uint8Array(png), "image/png")).id);
  }
  const project = await postJson<Project>(origin, paths.projects, { name: "Bench", pictureId: ids[0] });
  const edits = [project.currentEditId];
  for (let at = 1; at < nodes; at += 1) {
    const parentEditId = edits[at % 9 === 0 ? at >> 1 : at - 1];
    const request = { pictureId: ids[at % pictures], name: `edit number ${at}`, parentEditId };
    edits.push((await postJson<Edit>(origin, paths.edits(project.id), request)).id);
  }
  return project;
}

/** There and back again over what the wheel stands on, a turn for each frame. */
async function wheel(page: Page, x: number, y: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    const sign = turn < turns / 2 ? 1 : -1;
    await page.mouse.wheel(x * sign, y * sign);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
}

const studio = await startStudio();
const browser = await openBrowser();
try {
  const project = await growTree(studio.origin);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${studio.origin}/projects/${project.id}`);
  await page.getByRole("main").getByRole("img").first().waitFor();
  await page.waitForLoadState("networkidle");
  const tree = page.getByRole("dialog", { name: "All edits" });
  const opened: number[] = [];
  for (let opening = 0; opening < openings; opening += 1) {
    opened.push(
      await measureMs(async () => {
        await page.keyboard.press("t");
        await tree.getByRole("listitem").first().waitFor();
      }),
    );
    if (opening === openings - 1) break;
    await page.keyboard.press("Escape");
    await tree.waitFor({ state: "hidden" });
  }
  tell(`opening the tree of ${nodes} edits`, opened);
  await page.mouse.move(720, 450);
  tellFrames("for comparison: the same wheel where nothing scrolls", await frameGaps(page, () => wheel(page, 0, 0)));
  // The first way makes the small copies and fetches them; everybody after finds them.
  for (const round of ["first time", "again"]) {
    tellFrames(`the tree scrolled sideways, ${round} (limit 20 ms)`, await frameGaps(page, () => wheel(page, -160, 0)));
    tellFrames(`the tree scrolled down, ${round} (limit 20 ms)`, await frameGaps(page, () => wheel(page, 0, 120)));
  }
  console.log(`  cards drawn at a time: ${await tree.getByRole("listitem").count()} of ${nodes}`);
  await page.keyboard.press("Escape");
  await tree.waitFor({ state: "hidden" });
  await page.mouse.move(500, 830);
  tellFrames("the filmstrip scrolled (limit 20 ms)", await frameGaps(page, () => wheel(page, -400, 0)));
} finally {
  await browser.close();
  await studio.stop();
}
