import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp, { type Sharp } from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chooseFrame, frameFor, noExpansion } from "#lib/models/choose-frame.ts";
import type { WorkingSize } from "#lib/models/model.ts";
import type { Box, Expansion, Frame } from "#lib/wire.ts";
import type { Pasted } from "../darkroom.ts";
import { maskFacts } from "../mask-facts.ts";
import { cut } from "./cut.ts";
import { paste } from "./paste.ts";

const rule: WorkingSize = { rule: "fit", maxSide: 1440, multipleOf: 32 };
let folder: string;
let made = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-framing-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const nextPath = () => path.join(folder, String(made++));

async function write(source: Sharp): Promise<string> {
  const file = nextPath();
  await source.toFile(file);
  return file;
}

type Paint = (x: number, y: number) => readonly number[];

function draw(width: number, height: number, channels: 1 | 3 | 4, paint: Paint): Sharp {
  const data = new Uint8Array(width * height * channels);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set(paint(x, y), (y * width + x) * channels);
  return sharp(data, { raw: { width, height, channels } }).toColourspace(channels === 1 ? "b-w" : "srgb");
}

const checker: Paint = (x, y) => ((x + y) % 2 === 0 ? [250, 240, 10] : [5, 20, 200]);
const inside =
  ({ x, y, width, height }: Box) =>
  (px: number, py: number) =>
    px >= x && py >= y && px < x + width && py < y + height ? [255] : [0];
const valuesOf = (file: string) => sharp(file, { ignoreIcc: true }).raw().toBuffer();
const lossless = { mode: "lossless" } as const;

interface Trip {
  readonly pasted: Pasted;
  readonly picture: Buffer;
  readonly alpha: Buffer;
  readonly placed: Buffer;
  readonly frame: Frame;
  readonly shown: { readonly width: number; readonly height: number };
}

interface TripRequest {
  readonly picture: string;
  readonly mask: string | null;
  readonly expand?: Expansion;
  readonly box?: Box;
  readonly rule?: WorkingSize;
  /** What the model does; left out, it gives back what it was shown. */
  readonly model?: (shown: Sharp) => Sharp;
}

async function trip(request: TripRequest): Promise<Trip> {
  const { picture, mask, expand = noExpansion, box } = request;
  const { width, height } = await sharp(picture).metadata();
  const painted = mask === null ? null : (await maskFacts({ path: mask })).painted;
  const asked = { picture: { width, height }, painted, expand, rule: request.rule ?? rule };
  const frame = box ? frameFor(asked, box) : chooseFrame(asked);
  const shown = await cut({ picture, mask, frame, encode: lossless, out: { picture: nextPath(), mask: nextPath() } });
  const result = request.model ? await write(request.model(sharp(shown.picture.path))) : shown.picture.path;
  const out = { picture: nextPath(), alpha: nextPath(), placed: nextPath() };
  const pasted = await paste({ picture, mask, result, frame, out });
  const [whole, alpha, placed] = [
    await valuesOf(out.picture),
    await sharp(out.alpha).extractChannel(0).raw().toBuffer(),
    await valuesOf(out.placed),
  ];
  return { pasted, picture: whole, alpha, placed, frame, shown: shown.picture };
}

/** The first value that differs where the result must not have come over; null when there is none. */
function firstChangeOutside(before: Buffer, { picture, alpha }: Trip): number | null {
  const channels = before.length / alpha.length;
  for (let i = 0; i < before.length; i++) if (alpha[Math.floor(i / channels)] === 0 && before[i] !== picture[i]) return i;
  return null;
}

const tint = (shown: Sharp) => shown.linear([0.93, 1.02, 0.9], [14, -5, 9]).blur(1.2).jpeg({ quality: 80 });

describe("a model that gives back what it was shown", () => {
  it("leaves a checkerboard as it was, for 200 random areas, drawn boxes and sizes", async () => {
    let seed = 11;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let round = 0; round < 200; round++) {
      const [width, height] = [16 + random(300), 16 + random(200)];
      const [x, y] = [random(width), random(height)];
      const area = { x, y, width: 1 + random(width - x), height: 1 + random(height - y) };
      const picture = await write(draw(width, height, 3, checker).png());
      const mask = await write(draw(width, height, 1, inside(area)).png());
      const [left, top] = [Math.max(0, x - 12 - random(30)), Math.max(0, y - 12 - random(30))];
      const drawn = {
        x: left,
        y: top,
        width: Math.min(width, x + area.width + 12 + random(30)) - left,
        height: Math.min(height, y + area.height + 12 + random(30)) - top,
      };
      const done = await trip({ picture, mask, ...(round % 2 === 0 ? {} : { box: drawn }) });
      expect(done.picture.equals(await valuesOf(picture)), `${width}×${height} ${JSON.stringify(area)}`).toBe(true);
      expect(done.pasted.changed).toBe(0);
    }
  });

  it("moves nothing where the size is changed on the way", async () => {
    const rings: Paint = (x, y) => {
      const value = 128 + 90 * Math.sin(Math.hypot(x - 700, y - 500) / 24);
      return [value, value, value];
    };
    const picture = await write(draw(1400, 1000, 3, rings).png());
    const mask = await write(draw(1400, 1000, 1, inside({ x: 300, y: 200, width: 800, height: 600 })).png());
    const done = await trip({ picture, mask, rule: { rule: "fit", maxSide: 512, multipleOf: 32 } });
    expect(done.frame.content[0]).toBeLessThan(done.frame.box.width / 2);
    const before = await valuesOf(picture);
    const shift = (dx: number, dy: number) => {
      let sum = 0;
      for (let y = 300; y < 700; y += 3) {
        for (let x = 400; x < 1000; x += 3)
          sum += Math.abs((before[(y * 1400 + x) * 3] ?? 0) - (done.picture[((y + dy) * 1400 + x + dx) * 3] ?? 0));
      }
      return sum;
    };
    const still = shift(0, 0);
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const)
      expect(shift(dx, dy)).toBeGreaterThan(still * 4);
  });
});

describe("a model that bends and softens", () => {
  it("changes no value outside the soft mask, and the counts say so", async () => {
    const picture = await write(draw(640, 480, 3, (x, y) => [(x * 3 + y) % 256, (x * y) % 256, (x + 2 * y) % 256]).png());
    const area = { x: 200, y: 180, width: 120, height: 90 };
    const mask = await write(draw(640, 480, 1, inside(area)).png());
    const done = await trip({ picture, mask, model: tint });
    expect(firstChangeOutside(await valuesOf(picture), done)).toBeNull();
    const reached = done.alpha.filter((value) => value > 0).length;
    expect(done.pasted).toMatchObject({ pixels: 307_200, outside: { pixels: 307_200 - reached, changed: 0 } });
    expect(done.pasted.changed).toBeGreaterThan(area.width * area.height * 0.9);
    expect(done.pasted.changed).toBeLessThanOrEqual(reached);
  });

  it("comes over wholly on everything selected, and fades out behind it within twelve pixels", async () => {
    const picture = await write(draw(640, 480, 3, () => [90, 120, 60]).png());
    const mask = await write(draw(640, 480, 1, inside({ x: 200, y: 180, width: 120, height: 90 })).png());
    const { alpha, pasted } = await trip({ picture, mask, model: (shown) => shown.negate() });
    const row = [...alpha.subarray(220 * 640, 221 * 640)];
    expect(new Set(row.slice(200, 320))).toEqual(new Set([255]));
    expect(new Set([...row.slice(0, 188), ...row.slice(332)])).toEqual(new Set([0]));
    expect(row.slice(188, 200)).toEqual(row.slice(188, 200).toSorted((a, b) => a - b));
    expect(pasted.outside.changed).toBe(0);
  });

  it("keeps the values of a JPEG, of a picture with a colour profile, of grey and of what is transparent", async () => {
    const noise: Paint = (x, y) => [(x * 7 + y * 3) % 256, (x * 5) % 256, (y * 11) % 256];
    const pictures = [
      draw(300, 200, 3, noise).jpeg({ quality: 90 }),
      draw(300, 200, 3, noise).withIccProfile("srgb").png(),
      draw(300, 200, 3, noise).webp(),
      draw(300, 200, 4, (x, y) => [...noise(x, y), (x * 2) % 256]).png(),
    ];
    const mask = await write(draw(300, 200, 1, inside({ x: 0, y: 60, width: 80, height: 50 })).png());
    for (const source of pictures) {
      const picture = await write(source);
      const done = await trip({ picture, mask, model: tint });
      expect(firstChangeOutside(await valuesOf(picture), done)).toBeNull();
      expect(done.pasted.hasAlpha).toBe(done.picture.length === 300 * 200 * 4);
    }
    const grey = await write(draw(300, 200, 1, (x) => [x % 256]).jpeg());
    const done = await trip({ picture: grey, mask, model: tint });
    expect(firstChangeOutside(await sharp(grey).toColourspace("srgb").raw().toBuffer(), done)).toBeNull();
  });

  it("works for a mask at every border, one that is all white, a smaller one, and a picture of one pixel", async () => {
    const picture = await write(draw(200, 150, 3, checker).png());
    for (const area of [
      { x: 0, y: 0, width: 200, height: 9 },
      { x: 190, y: 0, width: 10, height: 150 },
      { x: 0, y: 149, width: 1, height: 1 },
      { x: 0, y: 0, width: 200, height: 150 },
    ]) {
      const done = await trip({ picture, mask: await write(draw(200, 150, 1, inside(area)).png()), model: tint });
      expect(firstChangeOutside(await valuesOf(picture), done)).toBeNull();
    }
    const half = await write(draw(100, 75, 1, inside({ x: 20, y: 20, width: 30, height: 20 })).png());
    const doubled = await trip({ picture, mask: half, model: (shown) => shown.negate() });
    expect(doubled.alpha[60 * 200 + 70]).toBe(255);
    expect(doubled.alpha[10 * 200 + 10]).toBe(0);
    const dot = await write(draw(1, 1, 3, () => [9, 8, 7]).png());
    const all = await write(draw(1, 1, 1, () => [255]).png());
    expect((await trip({ picture: dot, mask: all, model: (shown) => shown.negate() })).pasted).toMatchObject({ pixels: 1, changed: 1 });
  });
});

describe("an expansion", () => {
  const expand = { left: 60, top: 0, right: 0, bottom: 33 };

  it("keeps every value of the picture beyond the seam and paints all of the new border", async () => {
    const picture = await write(draw(200, 150, 3, checker).png());
    const done = await trip({ picture, mask: null, expand, model: (shown) => shown.linear(1, 20) });
    expect(done.pasted).toMatchObject({ width: 260, height: 183 });
    const own = await sharp(done.picture, { raw: { width: 260, height: 183, channels: 3 } })
      .extract({ left: 60 + 12, top: 0, width: 200 - 12, height: 150 - 12 })
      .raw()
      .toBuffer();
    const kept = await sharp(picture)
      .extract({ left: 12, top: 0, width: 200 - 12, height: 150 - 12 })
      .raw()
      .toBuffer();
    expect(own.equals(kept)).toBe(true);
    expect(done.alpha[0]).toBe(255);
    expect(done.pasted.changed).toBeGreaterThanOrEqual(260 * 183 - 200 * 150);
    expect(done.pasted.outside.changed).toBe(0);
  });

  it("is united with what is painted", async () => {
    const picture = await write(draw(200, 150, 3, checker).png());
    const mask = await write(draw(200, 150, 1, inside({ x: 150, y: 20, width: 10, height: 10 })).png());
    const { alpha } = await trip({ picture, mask, expand });
    expect([alpha[25 * 260 + 60 + 155], alpha[25 * 260 + 30], alpha[25 * 260 + 160]]).toEqual([255, 255, 0]);
  });
});

describe("the result in its place", () => {
  it("is clear where the model has seen nothing", async () => {
    const picture = await write(draw(1800, 300, 3, checker).png());
    const mask = await write(draw(1800, 300, 1, inside({ x: 100, y: 100, width: 50, height: 50 })).png());
    const { placed, frame } = await trip({ picture, mask });
    const at = (x: number) => [...placed.subarray((120 * 1800 + x) * 4, (120 * 1800 + x) * 4 + 4)];
    expect(at(120)).toEqual([...checker(120, 120), 255]);
    expect(at(frame.box.x + frame.box.width)).toEqual([0, 0, 0, 0]);
  });

  it("of another size is taken when the shape is right, and refused when it is not", async () => {
    const picture = await write(draw(700, 500, 3, checker).png());
    const mask = await write(draw(700, 500, 1, inside({ x: 300, y: 200, width: 50, height: 50 })).png());
    const larger = await trip({ picture, mask, model: (shown) => shown.resize(1024, 992, { fit: "fill" }) });
    expect(larger.pasted.outside.changed).toBe(0);
    await expect(trip({ picture, mask, model: (shown) => shown.resize(1024, 512, { fit: "fill" }) })).rejects.toMatchObject({
      code: "result_unreadable",
      message: expect.stringContaining("1024×512"),
    });
  });
});
