/**
 * What a pointer move costs on the stage: main-thread milliseconds per move, and undo, with 0, 50 and 500 strokes painted on a
 * 4096² picture. Against the built studio in headless Chromium: node bench/mask-move.bench.ts
 */
import type { CDPSession, Page } from "@playwright/test";
import { encodePng } from "#lib/testing/fake-gateway/png.ts";
import { startStudio } from "#lib/testing/start-studio.ts";
import { type Picture, type Project, paths } from "#lib/wire.ts";
import { openBrowser } from "./browser.ts";

const side = 4096;
const moves = 120;

async function post<Answer>(origin: string, path: string, body: BodyInit, type: string): Promise<Answer> {
  const answer = await fetch(`${origin}${path}`, { method: "POST", headers: { origin, "content-type": type }, body });
  return (await answer.json()) as Answer;
}

/** Puts strokes where the page keeps its drafts, as if they had been painted earlier. */
async function plantStrokes(page: Page, project: Project, pictureId: string, count: number): Promise<void> {
  await page.evaluate(
    ({ key, strokes, size }) =>
      new Promise<void>((resolve) => {
        let seed = 7;
        const random = () => {
          seed = (seed * 16_807) % 2_147_483_647;
          return seed / 2_147_483_647;
        };
        const operations = Array.from({ length: strokes }, () => {
          const [x, y, angle] = [random() * size, random() * size, random() * 6.28];
          const points = Array.from({ length: 30 }, (_, at) => [x + Math.cos(angle) * at * 20, y + Math.sin(angle) * at * 20, 1]);
          return { kind: "stroke", mode: random() < 0.7 ? "add" : "subtract", size: 364, hardness: 0.8, points: points.flat() };
        });
        const opening = indexedDB.open("pentimento-drafts", 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("masks");
        opening.onsuccess = () => {
          const transaction = opening.result.transaction("masks", "readwrite");
          transaction.objectStore("masks").put({ operations, undone: [] }, key);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    { key: `${project.id}:${pictureId}`, strokes: count, size: side },
  );
}

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
}

async function measure(page: Page, count: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const box = await page.getByRole("application").boundingBox();
  if (!box) throw new Error("Expected a canvas on the page but found none");
  const place = (at: number) =>
    [box.x + box.width * (0.3 + 0.4 * (at / moves)), box.y + box.height * (0.5 + 0.2 * Math.sin(at / 9))] as const;
  const moveAcross = async (): Promise<number> => {
    const before = await taskSeconds(session);
    for (let at = 1; at <= moves; at += 1) await page.mouse.move(...place(at));
    return (((await taskSeconds(session)) - before) / moves) * 1000;
  };
  // What the page and the browser cost by themselves: over the filmstrip nothing is drawn at all.
  const idleBefore = await taskSeconds(session);
  for (let at = 1; at <= moves; at += 1) await page.mouse.move(box.x + at * 3, box.y + box.height + 80 + (at % 20));
  const idleMs = (((await taskSeconds(session)) - idleBefore) / moves) * 1000;
  const hoverMs = await moveAcross();
  await page.mouse.move(...place(0));
  await page.mouse.down();
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
  const undone = await page.evaluate(async () => {
    const from = performance.now();
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "z", ctrlKey: true }));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - from;
  });
  const p95 = gaps[Math.floor(gaps.length * 0.95)] ?? 0;
  const figures = [
    `${String(count).padStart(4)} strokes: painting ${paintMs.toFixed(1)} ms a move`,
    `cursor alone ${hoverMs.toFixed(1)}`,
    `outside the stage ${idleMs.toFixed(1)}`,
    `frame p95 ${p95.toFixed(1)} ms`,
    `undo ${undone.toFixed(0)} ms`,
  ];
  console.log(figures.join(", "));
}

const studio = await startStudio();
const browser = await openBrowser();
try {
  const png = encodePng({ width: side, height: side, channels: 1, pixel: (x, y) => [(x ^ y) & 255] });
  const picture = await post<Picture>(studio.origin, paths.pictures, new Uint8Array(png), "image/png");
  for (const count of [0, 50, 500]) {
    const body = JSON.stringify({ name: "Bench", pictureId: picture.id });
    const project = await post<Project>(studio.origin, paths.projects, body, "application/json");
    const page = await browser.newPage({ viewport: { width: 1440, height: 1100 } });
    await page.goto(`${studio.origin}/`);
    await plantStrokes(page, project, picture.id, count);
    await page.goto(`${studio.origin}/projects/${project.id}?mode=fill`);
    await page.getByRole("status").filter({ hasText: /mask/ }).waitFor();
    // The picture and the sharp mask are drawn after the view has come to rest.
    await page.waitForLoadState("networkidle");
    await measure(page, count);
    await page.close();
  }
} finally {
  await browser.close();
  await studio.stop();
}
