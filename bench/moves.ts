/** What pointer moves cost a page: the main thread's own milliseconds per move, so that a busy machine counts less than it would by the clock. */
import type { CDPSession, Page } from "@playwright/test";

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

/** Along one wave, with the button up and then down; the second of two strokes counts, as the first warms the page up. */
export async function measureMoves(page: Page, session: CDPSession, box: Box): Promise<MoveCost> {
  const place = (at: number) =>
    [box.x + box.width * (0.3 + 0.4 * (at / moves)), box.y + box.height * (0.5 + 0.2 * Math.sin(at / 9))] as const;
  const moveAcross = async (): Promise<number> => {
    const before = await taskSeconds(session);
    for (let at = 1; at <= moves; at += 1) await page.mouse.move(...place(at));
    return (((await taskSeconds(session)) - before) / moves) * 1000;
  };
  await page.mouse.move(...place(0));
  const hoverMs = await moveAcross();
  await page.mouse.move(...place(0));
  await page.mouse.down();
  await moveAcross();
  await page.evaluate(() => {
    const gaps: number[] = [];
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      gaps.push(now - last);
      last = now;
      if (gaps.length < 2000) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    Object.assign(window, { frameGaps: gaps });
  });
  const paintMs = await moveAcross();
  const gaps = await page.evaluate(() => (window as unknown as { frameGaps: number[] }).frameGaps.slice(1).sort((a, b) => a - b));
  await page.mouse.up();
  return { paintMs, hoverMs, frameP95Ms: gaps[Math.floor(gaps.length * 0.95)] ?? 0 };
}
