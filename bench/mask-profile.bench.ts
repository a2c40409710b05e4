/**
 * Where the milliseconds of a pointer move go: the main thread's own time by kind of work, and the functions that ran longest, while a
 * stroke is painted over a picture of 8000 × 6000 with 500 strokes on it, and while it is taken back. Against the built studio: node bench/mask-profile.bench.ts
 */
import { startStudio } from "#lib/testing/start-studio.ts";
import { openBrowser } from "./browser.ts";
import { makeProject, plantStrokes, uploadPattern } from "./mask-strokes.ts";
import { measureMoves, moveAcross, moves, openMeter, send, settle, takeBack } from "./moves.ts";
import { readTrace } from "./read-trace.ts";

const categories = [
  ...["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline", "blink", "cc", "v8.execute"],
  "disabled-by-default-v8.cpu_profiler",
];

const studio = await startStudio();
const browser = await openBrowser();
try {
  const picture = await uploadPattern(studio.origin, 8000, 6000);
  const project = await makeProject(studio.origin, picture.id);
  const page = await browser.newPage({ viewport: { width: 1440, height: 1100 } });
  await page.goto(`${studio.origin}/`);
  await plantStrokes(page, project, picture, 500);
  await page.goto(`${studio.origin}/projects/${project.id}?mode=fill`);
  await page.getByRole("status").filter({ hasText: /mask/ }).waitFor();
  await page.waitForLoadState("networkidle");
  const session = await openMeter(page);
  const box = await page.getByRole("application").boundingBox();
  if (!box) throw new Error("Expected a canvas on the page but found none");
  await settle(page, session);
  const profile = async (what: string, times: number, work: () => Promise<void>) => {
    await browser.startTracing(page, { categories });
    await work();
    const trace = readTrace((await browser.stopTracing()).toString());
    console.log(`${what}, ms each:`);
    for (const [kind, ms] of trace.work.slice(0, 24)) console.log(`  ${(ms / times).toFixed(3)}  ${kind}`);
    console.log("  functions by their own time:");
    for (const [name, ms] of trace.functions.slice(0, 24)) console.log(`  ${(ms / times).toFixed(3)}  ${name}`);
  };
  await measureMoves(page, session, box);
  await profile("cursor alone", moves, async () => {
    await moveAcross(session, box);
  });
  await send(session, "mousePressed", box, moves);
  await profile("painting", moves, async () => {
    await moveAcross(session, box);
  });
  await send(session, "mouseReleased", box, moves);
  await settle(page, session);
  await profile("undo", 5, async () => {
    for (let at = 0; at < 5; at += 1) await takeBack(page);
  });
} finally {
  await browser.close();
  await studio.stop();
}
