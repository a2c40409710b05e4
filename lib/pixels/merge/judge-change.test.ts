import { describe, expect, it } from "vitest";
import { lumaOf } from "../colour.ts";
import { fractalNoise } from "../noise.ts";
import { createRandom } from "../random.ts";
import { judgeChange } from "./judge-change.ts";

const [width, height] = [120, 90];

function paint(value: (at: number, c: number) => number) {
  const data = Uint8ClampedArray.from({ length: width * height * 3 }, (_, i) => value(Math.floor(i / 3), i % 3));
  return { width, height, channels: 3 as const, data };
}

/** Dark, so that all of its colours lie near to one another. */
const ferns = paint((at, c) => {
  const light = fractalNoise((at % width) / 9, Math.floor(at / width) / 9, 5, 4);
  return 8 + light * ([14, 50, 24][c] as number);
});

type Painted = ReturnType<typeof paint>;

function lightOf({ data }: Painted, at: number): number {
  return lumaOf(data[at * 3] as number, data[at * 3 + 1] as number, data[at * 3 + 2] as number);
}

const trusted = { across: { from: 0, to: width }, down: { from: 0, to: height } };

function judge(picture: Painted, placed: Painted) {
  const nothing = new Uint8Array(width * height);
  return judgeChange(picture, { mask: nothing, isSeen: nothing.slice().fill(1), placed, kinds: nothing, trusted });
}

describe("where nothing seems edited", () => {
  it("a picture that was drained of its colours was changed as a whole, however dark it is", () => {
    const drained = paint((at) => lightOf(ferns, at));
    const { colour, shift, isGlobal } = judge(ferns, drained);
    expect(shift).toBeLessThan(9);
    expect(colour).toBeCloseTo(0, 1);
    expect(isGlobal).toBe(true);
  });

  it("a picture too smooth to have a fine structure is not missed for it", () => {
    const sky = paint((at, c) => 60 + c * 20 + ((at % width) * 100) / width);
    const rounded = paint((at, c) => (sky.data[at * 3 + c] as number) + (((at * 7) % 13) + ((at * 3) % 5) > 8 ? 1 : 0));
    expect(judge(sky, rounded)).toMatchObject({ likeness: 1, isGlobal: false });
    const grained = paint((at, c) => (sky.data[at * 3 + c] as number) + 20 * (fractalNoise((at % width) / 3, at / width / 3, 2, 2) - 0.5));
    expect(judge(sky, grained)).toMatchObject({ isGlobal: true });
  });

  it("grain that a model left out of a smooth picture is no structure that it lacks", () => {
    const grain = createRandom(4);
    const dusk = paint((at, c) => 40 + c * 30 + ((at % width) * 60) / width + 3 * (grain() - 0.5));
    const noise = createRandom(9);
    const redone = paint((at, c) => 46 + c * 30 + ((at % width) * 60) / width + 1.6 * (noise() - 0.5));
    expect(judge(dusk, redone)).toMatchObject({ likeness: 1, isGlobal: false });
    const coarse = createRandom(6);
    const aurora = paint((at, c) => (dusk.data[at * 3 + c] as number) + 7 * (coarse() - 0.5));
    expect(judge(aurora, redone)).toMatchObject({ likeness: 1, isGlobal: false });
    const lines = paint((at, c) => (redone.data[at * 3 + c] as number) + (at % 11 < 2 ? 9 : 0));
    expect(judge(aurora, lines)).toMatchObject({ isGlobal: true });
  });

  it("colours as fine as an encoder leaves out are not missed", () => {
    const grain = (at: number) => 14 * (fractalNoise(at % width, Math.floor(at / width), 6, 1) - 0.5);
    const light = (at: number) => 150 + 60 * fractalNoise((at % width) / 7, Math.floor(at / width) / 7, 3, 3);
    const wood = paint((at, c) => light(at) + ([12, 0, -12][c] as number) + (c - 1) * grain(at));
    const even = paint((at, c) => light(at) + ([12, 0, -12][c] as number));
    expect(judge(wood, even)).toMatchObject({ isGlobal: false });
  });

  it("a cast over all of it is none", () => {
    const cast = paint((at, c) => (ferns.data[at * 3 + c] as number) * ([1.06, 0.95, 1][c] as number) + ([6, -3, 8][c] as number));
    const { colour, isGlobal } = judge(ferns, cast);
    expect(colour).toBeGreaterThan(0.8);
    expect(colour).toBeLessThan(1.2);
    expect(isGlobal).toBe(false);
  });

  it("a cast that grows with the light is none, however few colours it adds to", () => {
    const light = (at: number) => 20 + 180 * ((at % width) / width) + 40 * fractalNoise((at % width) / 5, Math.floor(at / width) / 5, 5, 3);
    const lantern = paint((at, c) => light(at) * ([1.04, 1, 0.95][c] as number));
    const times = (gains: readonly number[]) => paint((at, c) => (lantern.data[at * 3 + c] as number) * (gains[c] as number));
    expect(judge(lantern, times([1.03, 1, 0.96]))).toMatchObject({ colour: 1, isGlobal: false });
    const toned = judge(lantern, times([1.05, 1, 0.88]));
    expect(toned.colour).toBeGreaterThan(1.35);
    expect(toned).toMatchObject({ isGlobal: true });
  });

  it("a cast that takes the few colours of an almost colourless picture is none either", () => {
    const light = (at: number) => 30 + 170 * ((at % width) / width) + 40 * fractalNoise((at % width) / 5, Math.floor(at / width) / 5, 5, 3);
    const wire = paint((at, c) => light(at) * ([1.03, 1, 0.97][c] as number));
    const times = (gains: readonly number[]) => paint((at, c) => (wire.data[at * 3 + c] as number) * (gains[c] as number));
    expect(judge(wire, times([0.97, 1.01, 1.03]))).toMatchObject({ isGlobal: false });
    expect(
      judge(
        ferns,
        paint((at) => lightOf(ferns, at)),
      ),
    ).toMatchObject({ isGlobal: true });
  });

  it("a picture that was toned, the more the brighter, was changed as a whole", () => {
    const stone = paint(
      (at, c) => (50 + 170 * fractalNoise((at % width) / 9, Math.floor(at / width) / 9, 5, 4)) * ([1.12, 1, 0.75][c] as number),
    );
    const golden = paint((at, c) => (stone.data[at * 3 + c] as number) * ([1.15, 1, 0.6][c] as number));
    const { colour, isGlobal } = judge(stone, golden);
    expect(colour).toBeGreaterThan(1.35);
    expect(isGlobal).toBe(true);
  });

  it("one channel turned far down beside the others is a toning, however near its colours are", () => {
    const wave = (at: number, c: number) => fractalNoise((at % width) / 40, Math.floor(at / width) / 40, 3 + c, 2);
    const aurora = paint((at, c) => 30 + ([20, 50, 40][c] as number) * wave(at, c));
    const golden = paint((at, c) => 5 + (aurora.data[at * 3 + c] as number) * ([1.1, 0.95, 0.45][c] as number));
    const told = judge(aurora, golden);
    expect(told.tones).toBeGreaterThan(2);
    expect(told.shift).toBeLessThan(16);
    expect(told.isGlobal).toBe(true);
    const cast = paint((at, c) => 5 + (aurora.data[at * 3 + c] as number) * ([1.06, 1, 0.94][c] as number));
    expect(judge(aurora, cast)).toMatchObject({ isGlobal: false });
  });

  it("a little of colours, of contrast and of one channel taken away together is a toning", () => {
    const wave = (at: number, c: number) => fractalNoise((at % width) / 14, Math.floor(at / width) / 14, 3 + c, 3);
    const fur = paint((at, c) => 70 + ([90, 70, 60][c] as number) * wave(at, 0) + 60 * (wave(at, c) - 0.5));
    const toned = paint((at, c) => {
      const light = lightOf(fur, at);
      const mild = 0.68 * (fur.data[at * 3 + c] as number) + 0.32 * light;
      return 30 + 0.76 * mild * ([1.08, 1, 0.86][c] as number);
    });
    const { colour, contrast, tones, isGlobal } = judge(fur, toned);
    expect(colour).toBeGreaterThan(0.5);
    expect(contrast).toBeGreaterThan(0.42);
    expect(tones).toBeLessThan(2);
    expect(isGlobal).toBe(true);
  });

  it("a picture of which little contrast is left was changed as a whole, however near its colours are", () => {
    const clouds = paint((at) => 190 + 40 * fractalNoise((at % width) / 9, Math.floor(at / width) / 9, 7, 4));
    const flat = paint((at) => 200 + 0.3 * ((clouds.data[at * 3] as number) - 200));
    const { contrast, shift, isGlobal } = judge(clouds, flat);
    expect(shift).toBeLessThan(9);
    expect(contrast).toBeCloseTo(0.3, 1);
    expect(isGlobal).toBe(true);
  });

  it("light that falls off towards one side takes no contrast", () => {
    const fallen = paint((at, c) => (ferns.data[at * 3 + c] as number) * (0.9 + (0.2 * (at % width)) / width));
    const { contrast, isGlobal } = judge(ferns, fallen);
    expect(contrast).toBeGreaterThan(0.85);
    expect(isGlobal).toBe(false);
  });

  it("a grey picture has no colours to lose", () => {
    const grey = paint((at) => lightOf(ferns, at));
    expect(judge(grey, grey)).toMatchObject({ colour: 1, isGlobal: false });
  });
});
