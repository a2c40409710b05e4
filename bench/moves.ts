/** What pointer moves cost a page: the main thread's own milliseconds per move, so that a busy machine counts less than it would by the clock. */
import type { CDPSession, Page } from "@playwright/test";
import { frameGaps } from "./frames.ts";

export const moves = 120;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MoveCost {
  readonly paintMs: number;
  readonly hoverMs: number;
  readonly frameP95Ms: number;
}

export async function openMeter(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return session;
}

export async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
}

/** Until the page has been busy for less than a twentieth of a while. */
export async function settle(page: Page, session: CDPSession): Promise<void> {
  const whileMs = 400;
  for (let tries = 0; tries < 40; tries += 1) {
    const before = await taskSeconds(session);
    await page.waitForTimeout(whileMs);
    if (((await taskSeconds(session)) - before) * 1000 < whileMs / 20) return;
  }
}

/** Input as the browser's own process sends it: a test library would look into the page with every move, at the page's cost. */
export async function send(
  session: CDPSession,
  type: "mouseMoved" | "mousePressed" | "mouseReleased",
  box: Box,
  at: number,
): Promise<void> {
  const place = { x: box.x + box.width * (0.3 + 0.4 * (at / moves)), y: box.y + box.height * (0.5 + 0.2 * Math.sin(at / 9)) };
  const press = type === "mouseMoved" ? {} : { button: "left" as const, clickCount: 1 };
  if (type !== "mouseMoved") isDown = type === "mousePressed";
  await session.send("Input.dispatchMouseEvent", { type, ...place, ...press, buttons: isDown ? 1 : 0 });
}

let isDown = false;

/** Along one wave; answers the main thread's milliseconds a move. */
export async function moveAcross(session: CDPSession, box: Box): Promise<number> {
  await send(session, "mouseMoved", box, 0);
  const before = await taskSeconds(session);
  for (let at = 1; at <= moves; at += 1) await send(session, "mouseMoved", box, at);
  return (((await taskSeconds(session)) - before) / moves) * 1000;
}

/** With the button up and then down. The first crossing warms the page up; frames are watched in one of their own, as watching costs too. */
export async function measureMoves(page: Page, session: CDPSession, box: Box): Promise<MoveCost> {
  const hoverMs = await moveAcross(session, box);
  await send(session, "mousePressed", box, moves);
  await moveAcross(session, box);
  const paintMs = await moveAcross(session, box);
  const gaps = await frameGaps(page, async () => {
    await moveAcross(session, box);
  });
  await send(session, "mouseReleased", box, moves);
  const sorted = [...gaps].sort((one, other) => one - other);
  return { paintMs, hoverMs, frameP95Ms: sorted[Math.floor(sorted.length * 0.95)] ?? 0 };
}

/** From the key until the frame that shows it has been made. */
export async function takeBack(page: Page): Promise<number> {
  const ms = await page.evaluate(async () => {
    const from = performance.now();
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "z", ctrlKey: true }));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - from;
  });
  await page.waitForTimeout(300);
  return ms;
}
