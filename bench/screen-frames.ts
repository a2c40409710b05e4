/** Frames of the screen as a browser drew them, and when a part of it first looked unlike before. */
import type { Page } from "@playwright/test";
import sharp from "sharp";

interface Frame {
  readonly atMs: number;
  readonly jpeg: Buffer;
}

export interface Part {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export async function recordFrames(page: Page, size: { readonly width: number; readonly height: number }): Promise<readonly Frame[]> {
  const frames: Frame[] = [];
  const session = await page.context().newCDPSession(page);
  session.on("Page.screencastFrame", ({ data, metadata, sessionId }) => {
    frames.push({ atMs: (metadata.timestamp ?? Number.NaN) * 1000, jpeg: Buffer.from(data, "base64") });
    session.send("Page.screencastFrameAck", { sessionId }).catch(() => undefined);
  });
  await session.send("Page.startScreencast", { format: "jpeg", quality: 60, maxWidth: size.width, maxHeight: size.height });
  return frames;
}

export async function firstChange(frames: readonly Frame[], part: Part, afterMs: number): Promise<number> {
  const before = frames.findLast(({ atMs }) => atMs < afterMs) ?? frames[0];
  if (!before) throw new Error("Expected a frame of the screen but received none");
  const looked = await meanOf(before, part);
  for (const frame of frames.filter(({ atMs }) => atMs >= afterMs)) {
    const looks = await meanOf(frame, part);
    if (looks.some((value, channel) => Math.abs(value - (looked[channel] ?? 0)) > 6)) return frame.atMs;
  }
  throw new Error("Expected the result on the screen but nothing changed there");
}

async function meanOf({ jpeg }: Frame, part: Part): Promise<readonly number[]> {
  const { channels } = await sharp(jpeg).extract(part).stats();
  return channels.map(({ mean }) => mean);
}
