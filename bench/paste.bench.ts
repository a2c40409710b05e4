/**
 * What a fill costs us beside the model, and how true it is: `node bench/paste.bench.ts [FOLDER of photographs] [--each] [--whole]`
 *
 * Time and memory are of 24 megapixels (drawn, or the first photograph enlarged). With photographs, cases with a known
 * answer are built too: new content under a mask, bent as the models bend; fill.bench.ts says where to get some. They are cut
 * to six megapixels, or stay as large as they are with `--whole`, which then is all that is measured.
 */
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { chooseFrame, noExpansion } from "#lib/models/choose-frame.ts";
import { fluxFillDev } from "#lib/models/flux-fill-dev.ts";
import { openDarkroom } from "#lib/server/darkroom/pool.ts";
import { openFolderBlobs } from "#lib/server/storage/folder-blobs.ts";
import { type Box, type Frame, stageSide } from "#lib/wire.ts";
import { measureMs, median, tell } from "./figures.ts";
import { type BuiltCase, bendFile, buildCase, measureCase } from "./paste-cases.ts";

const rounds = 5;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { each: { type: "boolean", default: false }, whole: { type: "boolean", default: false } },
});
const folder = await mkdtemp(path.join(tmpdir(), "paste-bench-"));
const photographs = positionals[0] === undefined ? [] : await listPhotographs(positionals[0]);
let made = 0;
const nextPath = (extension = "png") => path.join(folder, `${made++}.${extension}`);

try {
  if (!values.whole) await measureOwnPart();
  if (photographs.length > 0) await measureFidelity();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measureOwnPart(): Promise<void> {
  const [width, height] = [6000, 4000];
  const picture = nextPath("jpg");
  const source = photographs[0] === undefined ? drawn(width, height) : sharp(photographs[0]).resize(width, height, { fit: "cover" });
  await source.removeAlpha().jpeg({ quality: 92 }).toFile(picture);
  console.log(`  ${width}×${height}, ${((await stat(picture)).size / 1e6).toFixed(1)} MB, limits: 2 s and 700 MB`);
  for (const [name, area] of [
    ["an object (700×500)", { x: 3000, y: 1500, width: 700, height: 500 }],
    ["a third of the picture (3000×2600)", { x: 1500, y: 700, width: 3000, height: 2600 }],
  ] as const) {
    const mask = await drawMask(width, height, area);
    const times: Record<string, number[]> = {
      cut: [],
      "paste, and the copy a stage shows": [],
      store: [],
      all: [],
      "processor time of the darkroom": [],
    };
    const note = (step: string, ms: number) => (isWarm ? times[step]?.push(ms) : 0);
    let isWarm = false;
    let peakMb = 0;
    const darkroom = openDarkroom();
    // The first only warms the process up, as a studio that has run for a while is.
    for (let round = -1; round < rounds; round++) {
      const processorBeforeMs = await processorMs(darkroom.pids());
      const { painted } = await darkroom.maskFacts(mask);
      const frame = chooseFrame({ picture: { width, height }, painted, expand: noExpansion, rule: fluxFillDev.workingSize });
      const cutOut = { picture: nextPath(), mask: nextPath() };
      const encode = { mode: "small", maxBytes: 749_000 } as const;
      const cutMs = await measureMs(() => darkroom.cut({ picture, mask, frame, encode, out: cutOut }));
      const result = nextPath("webp");
      await bendFile(cutOut.picture, result, round);
      const blobs = await openFolderBlobs(path.join(folder, `blobs-${round}`));
      const out = {
        picture: await blobs.scratchPath("png"),
        alpha: await blobs.scratchPath("png"),
        placed: await blobs.scratchPath("png"),
      };
      const copy = { out: nextPath("jpg"), side: stageSide };
      const pasteMs = await measureMs(() => darkroom.paste({ picture, mask, result, frame, out, copy }));
      const storeMs = await measureMs(() =>
        Promise.all(
          Object.values(out).map(async (file) => {
            const staged = await blobs.adopt(file);
            await staged.keep(`pictures/${staged.sha256.slice(0, 2)}/${staged.sha256}`);
          }),
        ),
      );
      for (const [step, ms] of [
        ["cut", cutMs],
        ["paste, and the copy a stage shows", pasteMs],
        ["store", storeMs],
      ] as const)
        note(step, ms);
      note("all", cutMs + pasteMs + storeMs);
      note("processor time of the darkroom", (await processorMs(darkroom.pids())) - processorBeforeMs);
      isWarm = true;
      peakMb = Math.max(peakMb, ...(await Promise.all(darkroom.pids().map(peakMegabytes))));
    }
    await darkroom.close();
    for (const [step, ms] of Object.entries(times)) tell(`${name}: ${step}`, ms);
    console.log(`  ${`${name}: peak of the larger process`.padEnd(64)} ${peakMb.toFixed(0).padStart(6)} MB`);
  }
}

async function measureFidelity(): Promise<void> {
  const darkroom = openDarkroom();
  const rows: { readonly deltaE: number; readonly bentDeltaE: number; readonly seam: number; readonly outside: number }[] = [];
  for (const [index, photograph] of photographs.entries()) {
    for (let kind = 0; kind < 3; kind++) {
      const built: BuiltCase = await buildCase(photograph, index * 3 + kind, values.whole ? null : [3000, 2000]);
      const { width, height } = built.original;
      const [picture, ideal] = [nextPath(), nextPath()];
      await sharp(built.original.data, { raw: { width, height, channels: 3 } })
        .png({ compressionLevel: 1 })
        .toFile(picture);
      const mask = nextPath();
      await sharp(built.mask.data, { raw: { width, height, channels: 1 } })
        .toColourspace("b-w")
        .png()
        .toFile(mask);
      await sharp(built.ideal.data, { raw: { width, height, channels: 3 } })
        .png({ compressionLevel: 1 })
        .toFile(ideal);
      const { painted } = await darkroom.maskFacts(mask);
      const frame: Frame = chooseFrame({ picture: { width, height }, painted, expand: noExpansion, rule: fluxFillDev.workingSize });
      const shown = { picture: nextPath(), mask: nextPath() };
      await darkroom.cut({ picture: ideal, mask, frame, encode: { mode: "lossless" }, out: shown });
      const result = nextPath("webp");
      await bendFile(shown.picture, result, index * 3 + kind);
      const out = { picture: nextPath(), alpha: nextPath(), placed: nextPath() };
      const pasted = await darkroom.paste({ picture, mask, result, frame, out });
      const figures = await measureCase(built, out.picture, { result, frame });
      rows.push({ ...figures, outside: pasted.outside.changed });
      if (values.each) console.log(`  ${path.basename(photograph)} ${kind}`, JSON.stringify(rows.at(-1)));
      await Promise.all([picture, ideal, mask, result, ...Object.values(shown), ...Object.values(out)].map((file) => rm(file)));
    }
  }
  await darkroom.close();
  const inRange = rows.filter(({ seam }) => seam >= 0.85 && seam <= 1.15).length / rows.length;
  console.log(`  ${rows.length} built cases on ${photographs.length} photographs`);
  console.log(`  low-frequency ΔE inside, median (limit 1.0)      ${median(rows.map((row) => row.deltaE)).toFixed(2)}`);
  console.log(`  the same without our colours                     ${median(rows.map((row) => row.bentDeltaE)).toFixed(2)}`);
  console.log(
    `  seam 0.85–1.15 (limit 90 %)                      ${(100 * inRange).toFixed(0)} %, median ${median(rows.map((row) => row.seam)).toFixed(2)}`,
  );
  console.log(`  pixels changed outside the soft mask (limit 0)   ${rows.reduce((sum, row) => sum + row.outside, 0)}`);
}

function drawn(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: "#888", noise: { type: "gaussian", mean: 128, sigma: 30 } } }).blur(1.5);
}

async function drawMask(width: number, height: number, { x, y, width: w, height: h }: Box): Promise<string> {
  const file = nextPath();
  const white = { create: { width: w, height: h, channels: 3, background: "#fff" } } as const;
  const black = sharp({ create: { width, height, channels: 3, background: "#000" } });
  await sharp(
    await black
      .composite([{ input: white, left: x, top: y }])
      .png()
      .toBuffer(),
  )
    .toColourspace("b-w")
    .png()
    .toFile(file);
  return file;
}

async function listPhotographs(place: string): Promise<readonly string[]> {
  const names = (await readdir(place)).filter((name) => /\.(?:jpe?g|png|webp)$/iu.test(name)).sort();
  return names.map((name) => path.join(place, name));
}

/** Of processes since they began, all threads: weighs less what else the machine does. Linux counts in hundredths of a second. */
async function processorMs(pids: readonly number[]): Promise<number> {
  const ticks = pids.map(async (pid) => {
    const fields = (await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "")).split(") ")[1]?.split(" ") ?? [];
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  });
  return (await Promise.all(ticks)).reduce((sum, each) => sum + each * 10, 0);
}

async function peakMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1000;
}
