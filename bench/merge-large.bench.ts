/** How long the darkroom takes to merge a result of 1 MP into a photograph of 24 MP, decoding and writing included, and what it holds. */
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { fractalNoise } from "#lib/pixels/noise.ts";
import { openDarkroom } from "#lib/server/darkroom/pool.ts";

const [width, height] = [6000, 4000];
const [small, low] = [1248, 832];
const folder = await mkdtemp(join(tmpdir(), "merge-bench-"));
const darkroom = openDarkroom();
const scene = Buffer.from(
  Uint8Array.from({ length: small * low * 3 }, (_, i) => {
    const [x, y] = [Math.floor(i / 3) % small, Math.floor(i / 3 / small)];
    return 30 + 190 * fractalNoise(x / 40 + (i % 3) * 0.1, y / 40, 5, 5);
  }),
);
const raw = { raw: { width: small, height: low, channels: 3 } } as const;
const [picture, result] = [join(folder, "picture.jpg"), join(folder, "result.jpg")];
await sharp(scene, raw).resize(width, height).jpeg({ quality: 92 }).toFile(picture);
const ball = Buffer.from(`<svg width="${small}" height="${low}"><circle cx="500" cy="400" r="130" fill="#c33"/></svg>`);
const painted = await sharp(scene, raw)
  .composite([{ input: ball }])
  .removeAlpha()
  .raw()
  .toBuffer();
await sharp(painted, raw)
  .extract({ left: 6, top: 4, width: small - 6, height: low - 4 })
  .resize(small, low)
  .jpeg({ quality: 90 })
  .toFile(result);

for (const name of ["cold", "warm", "warm"]) {
  const out = { picture: join(folder, "p.png"), alpha: join(folder, "a.png"), placed: join(folder, "r.png") };
  const pidsBefore = darkroom.pids();
  const startedAt = performance.now();
  const before = processorSeconds(pidsBefore);
  const merged = await darkroom.merge({ picture, result, out });
  const seconds = (performance.now() - startedAt) / 1000;
  const used = processorSeconds(darkroom.pids()) - before;
  const share = merged.isMerged ? `${((100 * merged.changed) / merged.pixels).toFixed(1)} % changed` : merged.reason;
  console.log(`${name}: ${seconds.toFixed(2)} s, ${used.toFixed(2)} s of processors, peak ${peakMegabytes()} MB, ${share}`);
}
await darkroom.close();
await rm(folder, { recursive: true });

function peakMegabytes(): number {
  const peaks = darkroom.pids().map((pid) => Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0));
  return Math.round(Math.max(...peaks) / 1024);
}

/** User and system time, in the usual hundredths. */
function processorSeconds(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return sum + (Number(fields[11]) + Number(fields[12])) / 100;
  }, 0);
}
