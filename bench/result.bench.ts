/**
 * How long a designer waits after the model is done: from the moment the gateway's prediction turns to succeeded until its
 * pixels are seen in a frame of the screen, where that time goes, and how often the gateway was asked in between. Limits:
 * 120 ms in the mean, 250 ms for 95 of 100, six questions a prediction, in the mean, too.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "@playwright/test";
import sharp from "sharp";
import { freePort } from "#lib/testing/free-port.ts";
import { startStudio } from "#lib/testing/start-studio.ts";
import { createPictureProject } from "./bench-client.ts";
import { openBrowser } from "./browser.ts";
import { median } from "./figures.ts";
import { startGatewayApart } from "./gateway-apart.ts";
import { readTimeline, stages, type Timeline } from "./result-timeline.ts";
import { firstChange, recordFrames } from "./screen-frames.ts";
import { drawWeather } from "./weather.ts";

const rounds = Number(process.env.ROUNDS ?? 30);
const size = { width: 1280, height: 800 };
/** Runs whose length varies as those of one model do: the studio learns from the first few. No two follow a pattern. */
const runMs = (round: number) => Math.round(2500 + 900 * ((round * 0.618_034) % 1));
/** A part of the stage where the result lies once it is shown, and where nothing floats. */
const part = { left: 620, top: 250, width: 60, height: 120 };

/** `FORMAT=jpeg`, `FORMAT=webp`: what models give by default is a tenth of a PNG. */
const format = (["png", "jpeg", "webp"] as const).find((name) => name === process.env.FORMAT) ?? "png";
/** A megapixel that does not compress well, ready before it is asked for. */
const drawn = await drawWeather(1248, 832);
const result = format === "png" ? drawn : await sharp(drawn)[format]({ quality: 90 }).toBuffer();
const folder = await mkdtemp(path.join(tmpdir(), "pentimento-result-"));
await writeFile(path.join(folder, "result"), result);
const gateway = await startGatewayApart({ file: path.join(folder, "result"), mime: `image/${format}` });
const port = await freePort();
/** `WEBHOOKS=on`: the gateway says when a run is over, as those do that can reach the studio. */
const webhooks = process.env.WEBHOOKS === "on" ? { PUBLIC_URL: `http://127.0.0.1:${port}`, REPLICATE_WEBHOOKS: "on" } : {};
const studio = await startStudio({
  port,
  environment: { REPLICATE_API_TOKEN: gateway.token, REPLICATE_BASE_URL: gateway.baseUrl, LOG_LEVEL: "info", ...webhooks },
});
const browser = await openBrowser();
try {
  const project = await createPictureProject(studio.origin, 900, 600);
  const address = `${studio.origin}/projects/${project.id}?edit=${project.currentEditId}`;
  const runs: Run[] = [];
  for (let round = 0; round < rounds; round += 1) runs.push(await timeRun(browser, address, runMs(round)));
  const lags = runs.map(({ lagMs }) => lagMs).toSorted((one, other) => one - other);
  const asked = runs.map(({ polls }) => polls);
  console.log(`  a ${format} of ${(result.length / 1e6).toFixed(1)} MB`);
  console.log(
    `  the gateway's end → pixels on the screen, ${rounds} runs   mean ${mean(lags).toFixed(0)} ms   median ${median(lags).toFixed(0)} ms   95 of 100 within ${lags[Math.ceil(rounds * 0.95) - 1]?.toFixed(0)} ms`,
  );
  for (const stage of stages) {
    const ms = runs.map(({ timeline }) => timeline[stage]);
    console.log(`    ${stage.padEnd(48)} mean ${mean(ms).toFixed(0).padStart(4)} ms   worst ${Math.max(...ms).toFixed(0)} ms`);
  }
  console.log(
    `  questions to the gateway a prediction                mean ${mean(asked).toFixed(1)}   median ${median(asked)}   most ${Math.max(...asked)}`,
  );
} finally {
  await browser.close();
  await studio.stop();
  gateway.close();
  await rm(folder, { recursive: true });
}

interface Run {
  readonly lagMs: number;
  readonly polls: number;
  readonly timeline: Timeline;
}

async function timeRun(inside: Browser, address: string, processingMs: number): Promise<Run> {
  await gateway.setScript({ pace: { by: "time", startingMs: 0, processingMs } });
  const page = await inside.newPage({ viewport: size });
  try {
    await page.goto(address);
    await page.getByRole("textbox", { name: "Prompt", exact: true }).fill("a warm evening");
    const known = (await gateway.state()).predictions.length;
    const frames = await recordFrames(page, size);
    await page.keyboard.press("Control+Enter");
    await page.getByRole("region", { name: "Result" }).waitFor();
    // A few frames more, in case the words came before the picture.
    await page.waitForTimeout(500);
    const told = await gateway.state();
    const upstream = told.predictions[known];
    if (!upstream) throw new Error("Expected the gateway to be asked but it was not");
    const endedMs = upstream.createdAtMs + processingMs;
    const shownMs = await firstChange(frames, part, endedMs);
    const polls = told.requests.filter(({ call, path }) => call === "read" && path.includes(upstream.id)).length;
    const timeline = await readTimeline(page, { gateway: told, studio, upstreamId: upstream.id, endedMs, shownMs });
    return { lagMs: shownMs - endedMs, polls, timeline };
  } finally {
    await page.close();
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
