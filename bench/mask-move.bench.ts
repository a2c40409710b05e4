/**
 * What a pointer move costs on the stage: the main thread's milliseconds per move, and undo, with 0, 50 and 500 strokes painted, on pictures
 * of 4096² and 8000 × 6000, beside other ways to paint. Against the built studio in headless Chromium: node bench/mask-move.bench.ts
 */
import type { Page } from "@playwright/test";
import { startStudio } from "#lib/testing/start-studio.ts";
import { openBrowser } from "./browser.ts";
import { openPeer, type Peer, peers } from "./mask-peers.ts";
import { makeProject, plantStrokes, uploadPattern } from "./mask-strokes.ts";
import { measureMoves, moveAcross, openMeter, settle, takeBack } from "./moves.ts";

const counts = [0, 50, 500] as const;
const viewport = { width: 1440, height: 1100 };

function say(count: number, ...figures: readonly string[]): void {
  console.log(`  ${String(count).padStart(4)} strokes: ${figures.join(", ")}`);
}

async function measureStage(page: Page, count: number): Promise<void> {
  const session = await openMeter(page);
  const box = await page.getByRole("application").boundingBox();
  if (!box) throw new Error("Expected a canvas on the page but found none");
  await settle(page, session);
  // What the page and the browser cost by themselves: over the filmstrip nothing is drawn at all.
  const idleMs = await moveAcross(session, { ...box, y: box.y + box.height + 80, height: 20 });
  const { paintMs, hoverMs, frameP95Ms } = await measureMoves(page, session, box);
  const undoMs: number[] = [];
  for (let at = 0; at < 5; at += 1) undoMs.push(await takeBack(page));
  say(
    count,
    `painting ${paintMs.toFixed(1)} ms a move`,
    `cursor alone ${hoverMs.toFixed(1)}`,
    `outside the stage ${idleMs.toFixed(1)}`,
    `frame p95 ${frameP95Ms.toFixed(1)} ms`,
    `undo ${undoMs.map((ms) => ms.toFixed(0)).join(", ")} ms`,
  );
}

const studio = await startStudio();
const browser = await openBrowser();
try {
  for (const [width, height] of [
    [4096, 4096],
    [8000, 6000],
  ] as const) {
    console.log(`the stage, ${width} × ${height}`);
    const picture = await uploadPattern(studio.origin, width, height);
    for (const count of counts) {
      const project = await makeProject(studio.origin, picture.id);
      const page = await browser.newPage({ viewport });
      await page.goto(`${studio.origin}/`);
      await plantStrokes(page, project, picture, count);
      await page.goto(`${studio.origin}/projects/${project.id}?mode=fill`);
      await page.getByRole("status").filter({ hasText: /mask/ }).waitFor();
      await page.waitForLoadState("networkidle");
      await measureStage(page, count);
      await page.close();
    }
  }
  for (const peer of Object.keys(peers) as readonly Peer[]) {
    console.log(`${peers[peer]}, 900 × 900`);
    for (const count of counts) {
      const page = await browser.newPage({ viewport });
      await openPeer(page, peer, count);
      const session = await openMeter(page);
      await settle(page, session);
      const { paintMs, hoverMs, frameP95Ms } = await measureMoves(page, session, { x: 0, y: 0, width: 900, height: 900 });
      say(
        count,
        `painting ${paintMs.toFixed(1)} ms a move`,
        `nothing pressed ${hoverMs.toFixed(1)}`,
        `frame p95 ${frameP95Ms.toFixed(1)} ms`,
      );
      await page.close();
    }
  }
} finally {
  await browser.close();
  await studio.stop();
}
