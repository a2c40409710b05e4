/**
 * What others wait while five hundred clients begin a request and hardly go on. With and without them in turns, so that whatever
 * else the machine does weighs on both; the figure is how many times longer the slowest of twenty waits are. At most twice is the limit.
 */
import { openSlowSockets, slowBody, slowHeaders } from "#lib/testing/slow-sockets.ts";
import { startStudio } from "#lib/testing/start-studio.ts";
import { paths } from "#lib/wire.ts";
import { createPictureProject } from "./bench-client.ts";
import { measureMs, tell } from "./figures.ts";

const half = 250;
const turns = 6;
const asksOfATurn = 60;
const limit = 2;

const studio = await startStudio();
try {
  for (let at = 0; at < 12; at += 1) await createPictureProject(studio.origin, 600 + at, 400);
  const askOften = async () => {
    const waitsMs: number[] = [];
    while (waitsMs.length < asksOfATurn)
      waitsMs.push(await measureMs(async () => (await fetch(`${studio.origin}${paths.projects}`)).text()));
    return waitsMs;
  };
  await askOften();
  const alone: number[] = [];
  const beside: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    alone.push(...(await askOften()));
    const slow = [
      await openSlowSockets(studio.port, half, slowHeaders),
      await openSlowSockets(studio.port, half, slowBody(paths.pictures, studio.port)),
    ];
    beside.push(...(await askOften()));
    for (const each of slow) each.close();
  }
  tell("the list of projects", alone);
  tell("the same beside 500 slow sockets", beside);
  const times = slowest(beside) / slowest(alone);
  console.log(
    `  p95 ${slowest(alone).toFixed(1)} ms alone, ${slowest(beside).toFixed(1)} ms beside them: ${times.toFixed(2)} times (at most ${limit})`,
  );
  if (times > limit) process.exitCode = 1;
} finally {
  await studio.stop();
}

/** Nineteen of twenty are no slower. */
function slowest(timesMs: readonly number[]): number {
  return [...timesMs].sort((a, b) => a - b)[Math.floor(timesMs.length * 0.95)] ?? Number.NaN;
}
