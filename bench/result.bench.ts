/**
 * How long a designer waits after the model is done: from the moment the gateway's prediction turns to succeeded until its
 * pixels are seen in a frame of the screen; and how often the gateway was asked in between. Limits: 120 ms in the mean,
 * 250 ms for 95 of 100, six questions a prediction.
 */
import type { Browser, Page } from "@playwright/test";
import sharp from "sharp";
import { startFakeGateway } from "#lib/testing/fake-gateway/fake-gateway.ts";
import { startStudio } from "#lib/testing/start-studio.ts";
import { createPictureProject } from "./bench-client.ts";
import { openBrowser } from "./browser.ts";
import { median } from "./figures.ts";

const rounds = 30;
const size = { width: 1280, height: 800 };
/** Runs whose length varies as those of one model do: the studio learns from the first few. */
const runMs = (round: number) => 2500 + ((round * 7919) % 900);
/** A part of the stage where the result lies once it is shown, and where nothing floats. */
const part = { left: 620, top: 250, width: 60, height: 120 };

interface Frame {
  readonly atMs: number;
  readonly jpeg: Buffer;
}

const gateway = await startFakeGateway();
const studio = await startStudio({ environment: { REPLICATE_API_TOKEN: gateway.token, REPLICATE_BASE_URL: gateway.baseUrl } });
const browser = await openBrowser();
try {
  const project = await createPictureProject(studio.origin, 900, 600);
  const address = `${studio.origin}/projects/${project.id}?edit=${project.currentEditId}`;
  const lags: number[] = [];
  const asked: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { lagMs, polls } = await timeRun(browser, address, runMs(round));
    lags.push(lagMs);
    asked.push(polls);
  }
  const sorted = lags.toSorted((one, other) => one - other);
  const mean = lags.reduce((sum, lagMs) => sum + lagMs, 0) / rounds;
  const most = sorted[Math.ceil(rounds * 0.95) - 1] ?? Number.NaN;
  console.log(
    `  the gateway's end → pixels on the screen, ${rounds} runs   mean ${mean.toFixed(0)} ms   95 of 100 within ${most.toFixed(0)} ms`,
  );
  console.log(`  questions to the gateway a prediction                median ${median(asked)}   most ${Math.max(...asked)}`);
} finally {
  await browser.close();
  await studio.stop();
  await gateway.close();
}

async function timeRun(inside: Browser, address: string, processingMs: number): Promise<{ lagMs: number; polls: number }> {
  gateway.setScript({ pace: { by: "time", startingMs: 0, processingMs } });
  const page = await inside.newPage({ viewport: size });
  try {
    await page.goto(address);
    await page.getByRole("textbox", { name: "Prompt", exact: true }).fill("a warm evening");
    const known = gateway.predictions.length;
    const frames = await record(page);
    await page.keyboard.press("Control+Enter");
    await page.getByRole("region", { name: "Result" }).waitFor();
    // A few frames more, in case the words came before the picture.
    await page.waitForTimeout(500);
    const upstream = gateway.predictions[known];
    if (!upstream) throw new Error("Expected the gateway to be asked but it was not");
    const endedMs = upstream.createdAtMs + processingMs;
    const shownMs = await firstChange(frames, endedMs);
    const polls = gateway.requests.filter(({ method, path }) => method === "GET" && path.endsWith(`/predictions/${upstream.id}`)).length;
    return { lagMs: shownMs - endedMs, polls };
  } finally {
    await page.close();
  }
}

async function record(page: Page): Promise<readonly Frame[]> {
  const frames: Frame[] = [];
  const session = await page.context().newCDPSession(page);
  session.on("Page.screencastFrame", ({ data, metadata, sessionId }) => {
    frames.push({ atMs: (metadata.timestamp ?? Number.NaN) * 1000, jpeg: Buffer.from(data, "base64") });
    session.send("Page.screencastFrameAck", { sessionId }).catch(() => undefined);
  });
  await session.send("Page.startScreencast", { format: "jpeg", quality: 60, maxWidth: size.width, maxHeight: size.height });
  return frames;
}

/** When the part first looked unlike what it looked like before the end. */
async function firstChange(frames: readonly Frame[], endedMs: number): Promise<number> {
  const before = frames.findLast(({ atMs }) => atMs < endedMs) ?? frames[0];
  if (!before) throw new Error("Expected a frame of the screen but received none");
  const looked = await meanOf(before);
  for (const frame of frames.filter(({ atMs }) => atMs >= endedMs)) {
    const looks = await meanOf(frame);
    if (looks.some((value, channel) => Math.abs(value - (looked[channel] ?? 0)) > 6)) return frame.atMs;
  }
  throw new Error("Expected the result on the screen but nothing changed there");
}

async function meanOf({ jpeg }: Frame): Promise<readonly number[]> {
  const { channels } = await sharp(jpeg).extract(part).stats();
  return channels.map(({ mean }) => mean);
}
