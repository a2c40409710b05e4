/** Files made to break decoders, by others where they are at hand and by us: none may crash, hang or fill anything. */
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { AppError } from "#lib/errors.ts";
import { log } from "#lib/server/log.ts";
import { chance } from "#lib/testing/chance.ts";
import { asMuchAs } from "#lib/testing/scale.ts";
import { openDarkroom, type Pool } from "./pool.ts";

const corpora = path.resolve("../shared/corpora");
const pngSuite = path.join(corpora, "pngsuite");
const hostile = path.join(corpora, "hostile");
const formats = ["jpeg", "png", "webp", "gif", "tiff", "avif"] as const;

let folder: string;
let darkroom: Pool;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-corpora-"));
  darkroom = openDarkroom({ memoryLimitBytes: 600_000_000, jobTimeoutMs: 15_000 });
});
afterAll(async () => {
  await darkroom.close();
  await rm(folder, { recursive: true, force: true });
});

/** What became of a file: the format it is kept in, or the code of the refusal. */
async function fateOf(file: string): Promise<string> {
  try {
    return (await darkroom.ingest({ path: file, out: path.join(folder, "out") })).format;
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

async function filesIn(parent: string): Promise<readonly string[]> {
  const names = await readdir(parent, { recursive: true });
  const files = names.map((name) => path.join(parent, name));
  const facts = await Promise.all(files.map((file) => stat(file)));
  return files.filter((_, index) => facts[index]?.isFile());
}

const mutantsOfEach = asMuchAs(40, Math.ceil(20_000 / formats.length));

const isOrderly = (fate: string) => /^(jpeg|png|webp|picture_(unsupported|unreadable|too_many_pixels|too_demanding))$/.test(fate);

function dice(start: number): (below: number) => number {
  const draw = chance(start);
  return (below) => Math.floor(draw() * below);
}

/** Cut, flipped, stretched and doubled copies of a valid file. */
function mutantsOf(file: Buffer, count: number): readonly Buffer[] {
  const roll = dice(file.length);
  return Array.from({ length: count }, (_, index) => {
    const copy = Buffer.from(file);
    if (index % 4 === 0) return copy.subarray(0, roll(copy.length));
    if (index % 4 === 1) return Buffer.concat([copy.subarray(0, roll(copy.length)), copy.subarray(roll(copy.length))]);
    // Headers say the most with the fewest bytes.
    const reach = index % 4 === 2 ? copy.length : Math.min(64, copy.length);
    for (let flips = 1 + roll(8); flips > 0; flips -= 1) copy[roll(reach)] = roll(256);
    return copy;
  });
}

describe("hostile files", () => {
  it("of our own making end in an orderly way, in one and the same process", async () => {
    const noise = { type: "gaussian", mean: 120, sigma: 40 } as const;
    const source = sharp({ create: { width: 48, height: 48, channels: 3, background: "#000", noise } });
    const fates: [string, string][] = [];
    let slowestMs = 0;
    for (const format of formats) {
      const valid = await source
        .clone()
        .toFormat(format, format === "avif" ? { effort: 0 } : {})
        .toBuffer();
      for (const [index, mutant] of mutantsOf(valid, mutantsOfEach).entries()) {
        const file = path.join(folder, `mutant-${format}-${index}`);
        await writeFile(file, mutant);
        const beganMs = performance.now();
        fates.push([file, await fateOf(file)]);
        slowestMs = Math.max(slowestMs, performance.now() - beganMs);
        await rm(file);
      }
    }
    console.info(`${fates.length} mutants, the slowest verdict after ${Math.round(slowestMs)} ms`);
    expect(fates.filter(([, fate]) => !isOrderly(fate))).toEqual([]);
    expect(fates.filter(([, fate]) => fate.startsWith("picture_")).length).toBeGreaterThan(fates.length / 3);
    expect(darkroom.pids()).toHaveLength(1);
  });

  it("of the collected kind do so too", async () => {
    if (!existsSync(hostile)) return tellMissing(hostile);
    const told = vi.spyOn(log, "error").mockImplementation(() => undefined);
    const fates: [string, string][] = [];
    for (const file of await filesIn(hostile)) fates.push([file, await fateOf(file)]);
    expect(fates.length).toBeGreaterThan(500);
    expect(fates.filter(([, fate]) => !isOrderly(fate))).toEqual([]);
    expect(told).not.toHaveBeenCalled();
    told.mockRestore();
  });
});

describe("PngSuite", () => {
  it("has its corrupt files refused and every other one accepted", async () => {
    if (!existsSync(pngSuite)) return tellMissing(pngSuite);
    const files = (await filesIn(pngSuite)).filter((file) => file.endsWith(".png"));
    expect(files.length).toBeGreaterThan(160);
    const wrong: string[] = [];
    for (const file of files) {
      const fate = await fateOf(file);
      const isCorrupt = path.basename(file).startsWith("x");
      if (isCorrupt ? !/^picture_un/.test(fate) : fate !== "png") wrong.push(`${path.basename(file)}: ${fate}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe("file names", () => {
  it("may be long, empty of sense or full of signs", async () => {
    const bytes = await sharp({ create: { width: 4, height: 4, channels: 3, background: "#abc" } })
      .jpeg()
      .toBuffer();
    const deep = path.join(folder, "d".repeat(200), "ü 图 '\"$(x);&");
    await mkdir(deep, { recursive: true });
    for (const name of ["n".repeat(250), "[page=3].jpg", "-", "%s%n"]) {
      await writeFile(path.join(deep, name), bytes);
      expect(await fateOf(path.join(deep, name))).toBe("jpeg");
      expect((await readFile(path.join(deep, name))).equals(bytes)).toBe(true);
    }
  });
});

function tellMissing(corpus: string): void {
  console.info(`Not found, so only our own mutants were tried: ${path.basename(corpus)}`);
}
