/**
 * What a pointer move costs on the stage: the main thread's milliseconds per move, and undo, with 0, 50 and 500 strokes painted, on pictures
 * of 4096² and 8000 × 6000, beside other ways to paint. All of them in turn, and that several times: a machine that has other work to do
 * meanwhile holds all of them up alike. Against the built studio in headless Chromium: node bench/mask-move.bench.ts
 */
import type { Browser, Page } from "@playwright/test";
import { startStudio } from "#lib/testing/start-studio.ts";
import type { Picture } from "#lib/wire.ts";
import { openBrowser } from "./browser.ts";
import { median } from "./figures.ts";
import { openPeer, type Peer, peers } from "./mask-peers.ts";
import { makeProject, plantStrokes, uploadPattern } from "./mask-strokes.ts";
import { type MoveCost, measureMoves, moveAcross, openMeter, settle, takeBack } from "./moves.ts";

const counts = [0, 50, 500] as const;
const rounds = 3;
const viewport = { width: 1440, height: 1100 };

/** `idleMs`: what the page and the browser cost by themselves, with the pointer where nothing is drawn at all. */
interface Measured extends MoveCost {
  readonly idleMs?: number;
  readonly undoMs?: readonly number[];
}

interface Candidate {
  readonly name: string;
  measure(browser: Browser, count: number): Promise<Measured>;
}

function stageOf(origin: string, picture: Picture): Candidate {
  const measure = async (browser: Browser, count: number) => {
    const project = await makeProject(origin, picture.id);
    const page = await browser.newPage({ viewport });
    await page.goto(`${origin}/`);
    await plantStrokes(page, project, picture, count);
    await page.goto(`${origin}/projects/${project.id}?mode=fill`);
    await page.getByRole("status").filter({ hasText: /mask/ }).waitFor();
    await page.waitForLoadState("networkidle");
    const measured = await measureStage(page);
    await page.close();
    return measured;
  };
  return { name: `the stage, ${picture.width} × ${picture.height}`, measure };
}

async function measureStage(page: Page): Promise<Measured> {
  const session = await openMeter(page);
  const box = await page.getByRole("application").boundingBox();
  if (!box) throw new Error("Expected a canvas on the page but found none");
  await settle(page, session);
  const idleMs = await moveAcross(session, { ...box, y: box.y + box.height + 80, height: 20 });
  const cost = await measureMoves(page, session, box);
  const undoMs: number[] = [];
  for (let at = 0; at < 5; at += 1) undoMs.push(await takeBack(page));
  return { ...cost, idleMs, undoMs };
}

function peerOf(peer: Peer): Candidate {
  const measure = async (browser: Browser, count: number) => {
    const page = await browser.newPage({ viewport });
    await openPeer(page, peer, count);
    const session = await openMeter(page);
    await settle(page, session);
    const cost = await measureMoves(page, session, { x: 0, y: 0, width: 900, height: 900 });
    await page.close();
    return cost;
  };
  return { name: `${peers[peer]}, 900 × 900`, measure };
}

function say(name: string, measured: readonly Measured[]): void {
  const figure = (of: (one: Measured) => number | undefined) => median(measured.flatMap((one) => of(one) ?? [])).toFixed(1);
  const each = measured.map(({ paintMs, frameP95Ms }) => `${paintMs.toFixed(1)} ${frameP95Ms.toFixed(1)}`);
  const undoMs = measured.flatMap((one) => one.undoMs ?? []);
  const parts = [
    `painting ${figure(({ paintMs }) => paintMs)} ms a move`,
    `nothing pressed ${figure(({ hoverMs }) => hoverMs)}`,
    ...(undoMs.length > 0 ? [`outside the stage ${figure(({ idleMs }) => idleMs)}`] : []),
    `frame p95 ${figure(({ frameP95Ms }) => frameP95Ms)} ms`,
    ...(undoMs.length > 0 ? [`undo ${median(undoMs).toFixed(0)}, worst ${Math.max(...undoMs).toFixed(0)} ms`] : []),
  ];
  console.log(`    ${name.padEnd(44)} ${parts.join(", ")} (${each.join("; ")})`);
}

const studio = await startStudio();
const browser = await openBrowser();
try {
  const square = await uploadPattern(studio.origin, 4096, 4096);
  const large = await uploadPattern(studio.origin, 8000, 6000);
  const ways = (Object.keys(peers) as readonly Peer[]).map(peerOf);
  const candidates = [stageOf(studio.origin, square), stageOf(studio.origin, large), ...ways];
  for (const count of counts) {
    const measured = candidates.map((): Measured[] => []);
    for (let round = 0; round < rounds; round += 1) {
      for (const [at, candidate] of candidates.entries()) measured[at]?.push(await candidate.measure(browser, count));
    }
    console.log(`${count} strokes, the median of ${rounds}`);
    for (const [at, { name }] of candidates.entries()) say(name, measured[at] ?? []);
  }
} finally {
  await browser.close();
  await studio.stop();
}
