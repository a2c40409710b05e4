/**
 * Comparing a pair of 24 MP: how long until both are seen, how long a frame takes while the slider is dragged and while Keep
 * part's brush paints, and what that brush costs beside the mask's. Against the built studio in headless Chromium:
 * node bench/review.bench.ts
 */
import { existsSync } from "node:fs";
import { chromium, type Page } from "@playwright/test";
import { encodePng } from "#lib/testing/fake-gateway/png.ts";
import { startStudio } from "#lib/testing/start-studio.ts";
import { type Edit, type Picture, type Prediction, type Project, paths } from "#lib/wire.ts";
import { tell } from "./figures.ts";
import { frameGaps, tellFrames } from "./frames.ts";
import { measureMoves, openMeter, settle } from "./moves.ts";

const [width, height] = [6000, 4000];
const moves = 120;
const openings = 5;

async function post<Answer>(origin: string, path: string, body: BodyInit, type: string): Promise<Answer> {
  const answer = await fetch(`${origin}${path}`, { method: "POST", headers: { origin, "content-type": type }, body });
  return (await answer.json()) as Answer;
}

const uploadPng = (origin: string, channels: 1 | 3, pixel: (x: number, y: number) => readonly number[]) =>
  post<Picture>(origin, paths.pictures, new Uint8Array(encodePng({ width, height, channels, pixel })), "image/png");

async function makeResult(origin: string): Promise<{ readonly project: Project; readonly edit: Edit }> {
  const picture = await uploadPng(origin, 3, (x, y) => [(x ^ y) & 255, (x >> 4) & 255, (y >> 4) & 255]);
  const mask = await uploadPng(origin, 1, (x, y) => [Math.hypot(x - 3000, y - 2000) < 700 ? 255 : 0]);
  const made = await post<Project>(origin, paths.projects, JSON.stringify({ name: "Bench", pictureId: picture.id }), "application/json");
  const inputs = { image: picture.id, mask: mask.id, prompt: "a lake", seed: 1 };
  const asked = { projectId: made.id, parentEditId: made.currentEditId, model: "black-forest-labs/flux-fill-dev", inputs };
  let run = await post<Prediction>(origin, paths.predictions, JSON.stringify(asked), "application/json");
  while (run.status !== "stored") {
    if (run.status === "failed") throw new Error(`Expected a result but received: ${run.error?.message}`);
    run = (await (await fetch(`${origin}${paths.prediction(run.id)}?after=${run.version}&wait=20`)).json()) as Prediction;
  }
  const project = (await (await fetch(`${origin}${paths.project(made.id)}`)).json()) as Project;
  const edit = project.edits.at(-1);
  if (!edit) throw new Error("Expected an edit");
  return { project, edit };
}

/** From the step to the result's address until both pictures are decoded and one frame later. */
function openingMs(page: Page, address: string): Promise<number> {
  return page.evaluate(async (href) => {
    const started = performance.now();
    window.history.pushState(null, "", href);
    const seen = () => [...document.querySelectorAll<HTMLImageElement>("main img")];
    while (seen().length < 2) await new Promise((resolve) => requestAnimationFrame(resolve));
    await Promise.all(seen().map((image) => image.decode().catch(() => undefined)));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - started;
  }, address);
}

async function dragOver(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  const box = await page.getByRole("main").boundingBox();
  if (!box) throw new Error("Expected a stage on the page but found none");
  const at = (share: number) =>
    [box.x + box.width * (from[0] + (to[0] - from[0]) * share), box.y + box.height * (from[1] + (to[1] - from[1]) * share)] as const;
  await page.mouse.move(...at(0));
  await page.mouse.down();
  for (let move = 1; move <= moves; move += 1) await page.mouse.move(...at(0.5 + 0.5 * Math.sin((move / moves) * 6.28 * 2)));
  await page.mouse.up();
}

/** Both in the main thread's own milliseconds a move: Keep part's brush, which is in hand, beside the mask's. */
async function tellBrushes(page: Page, maskAddress: string): Promise<void> {
  const keepPart = await paintMs(page);
  await page.goto(maskAddress);
  await page.getByRole("status").filter({ hasText: /mask/ }).waitFor();
  await page.waitForLoadState("networkidle");
  const mask = await paintMs(page);
  const share = (keepPart / mask).toFixed(2);
  console.log(`  Keep part's brush ${keepPart.toFixed(2)} ms a move, the mask's ${mask.toFixed(2)} ms: ${share} times (limit 1.3)`);
}

async function paintMs(page: Page): Promise<number> {
  const meter = await openMeter(page);
  const box = await page.getByRole("main").boundingBox();
  if (!box) throw new Error("Expected a stage on the page but found none");
  await settle(page, meter);
  return (await measureMoves(page, meter, box)).paintMs;
}

const studio = await startStudio();
const executablePath = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((file) => existsSync(file));
const args = ["--no-sandbox", "--disable-gpu", "--disable-quic"];
const browser = await chromium.launch(executablePath ? { executablePath, args } : { args });
try {
  const { project, edit } = await makeResult(studio.origin);
  const address = `${studio.origin}/projects/${project.id}?mode=edit&edit=${edit.id}`;
  // The first look makes the small copies; everybody after finds them.
  const first = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await first.goto(address);
  await first.waitForLoadState("networkidle");
  await first.close();
  const opened: number[] = [];
  for (let round = 0; round < openings; round += 1) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${studio.origin}/projects/${project.id}?mode=edit&compare=result`);
    await page.getByRole("main").getByRole("img").first().waitFor();
    opened.push(await openingMs(page, address));
    await context.close();
  }
  tell("opening a 24 MP pair (limit 1000 ms)", opened);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address);
  await page.waitForLoadState("networkidle");
  tellFrames("the slider dragged, whole picture (limit 33 ms)", await frameGaps(page, () => dragOver(page, [0.5, 0.5], [0.9, 0.5])));
  await page.keyboard.press("1");
  await page.waitForTimeout(4000);
  tellFrames("the slider dragged at 100 % (limit 33 ms)", await frameGaps(page, () => dragOver(page, [0.5, 0.5], [0.9, 0.5])));
  await page.keyboard.press("0");
  await page.keyboard.press("k");
  await page.waitForTimeout(3000);
  tellFrames("Keep part's brush painting", await frameGaps(page, () => dragOver(page, [0.4, 0.4], [0.6, 0.6])));
  await tellBrushes(page, `${studio.origin}/projects/${project.id}?mode=fill`);
} finally {
  await browser.close();
  await studio.stop();
}
