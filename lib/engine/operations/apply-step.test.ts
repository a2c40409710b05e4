import { describe, expect, it } from "vitest";
import { alternativesOf } from "#lib/engine/instructions/entries.ts";
import { describeStep } from "#lib/engine/instructions/operation.ts";
import { parseInstructions } from "#lib/engine/instructions/parse.ts";
import { vocabulary } from "#lib/engine/instructions/vocabulary.ts";
import type { Reason } from "#lib/engine/speech/speech.ts";
import { isSameRaster, meanDeltaE } from "#lib/pixels/difference.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { typesetter } from "#lib/server/darkroom/type/typesetter.ts";
import { drawLawn, meanOf } from "#lib/testing/lawn-picture.ts";
import { applyStep, type Canvas } from "./apply-step.ts";
import { canPaint } from "./backdrop.ts";
import { findTilt, reshape } from "./geometry.ts";
import { lookOf } from "./lettering.ts";

const lawn = drawLawn();

function change(prompt: string, picture = lawn): Raster {
  const { steps } = parseInstructions(prompt, canPaint);
  let canvas: Canvas = { raster: picture, looks: picture };
  for (const step of steps) {
    const applied = finish(applyStep(canvas, step, 5));
    if ("reason" in applied) throw new Error(`${describeStep(step)}: ${applied.reason.kind}`);
    canvas = applied;
  }
  return canvas.raster;
}

const luma = ([red, green, blue]: readonly [number, number, number]): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

describe("doing it in one place", () => {
  it("darkens the sky and leaves the lawn", () => {
    const after = change("make the sky much darker");
    expect(luma(meanOf(after, "sky"))).toBeLessThan(luma(meanOf(lawn, "sky")) - 40);
    expect(Math.abs(luma(meanOf(after, "lawn")) - luma(meanOf(lawn, "lawn")))).toBeLessThan(2);
  });
  it("gives each thing its colour", () => {
    const after = change("make the ball green and the blue box orange");
    const [ball, box] = [meanOf(after, "ball"), meanOf(after, "box")];
    expect(ball[1]).toBeGreaterThan(ball[0] * 1.5);
    expect(box[0]).toBeGreaterThan(box[2] * 2);
    expect(meanOf(after, "lawn")[1]).toBeCloseTo(meanOf(lawn, "lawn")[1], 0);
  });
  it("keeps what is to be kept", () => {
    const after = change("black and white except the red ball");
    const [red, green] = meanOf(after, "ball");
    expect(red).toBeGreaterThan(green * 3);
    const [r, g, b] = meanOf(after, "box");
    expect(Math.max(r, g, b) - Math.min(r, g, b)).toBeLessThan(6);
  });
  it("blurs the background without the subject bleeding into it", () => {
    const after = change("blur the background strongly");
    const beside = (78 * 192 + 72 + 26) * 3;
    expect(after.data[beside + 1]).toBeGreaterThan(after.data[beside] as number);
    expect(meanOf(after, "ball")[0]).toBeCloseTo(meanOf(lawn, "ball")[0], -1);
  });
  it("removes a thing and fills with what is around it", () => {
    const [red, green] = meanOf(change("remove the red ball"), "ball");
    expect(green).toBeGreaterThan(red);
  });
  it("puts one colour into the shadows and another into the highlights, and leaves the brightness about as it was", () => {
    const greys = newRaster(40, 20, 3);
    for (let i = 0; i < 800; i++) greys.data.fill(i % 40 < 20 ? 50 : 205, i * 3, i * 3 + 3);
    const { data } = change("teal shadows, orange highlights", greys);
    const [dark, bright] = [0, 39].map((i) => [data[i * 3], data[i * 3 + 1], data[i * 3 + 2]] as [number, number, number]);
    expect((dark?.[2] ?? 0) - (dark?.[0] ?? 0)).toBeGreaterThan(10);
    expect((bright?.[0] ?? 0) - (bright?.[2] ?? 0)).toBeGreaterThan(20);
    expect(Math.abs(luma(dark ?? [0, 0, 0]) - 50)).toBeLessThan(12);
    expect(Math.abs(luma(bright ?? [0, 0, 0]) - 205)).toBeLessThan(12);
  });
  it("sets the subject before white", () => {
    const after = change("make the background white");
    expect(luma(meanOf(after, "sky"))).toBeGreaterThan(250);
    expect(meanOf(after, "ball")[0]).toBeGreaterThan(150);
  });
  it("puts a sunset where the sky is", () => {
    const [red, , blue] = meanOf(change("replace the sky with a sunset"), "sky");
    expect(red).toBeGreaterThan(blue + 30);
  });
  it("gives a bird of two colours the new one all over, and leaves the blurred leaves behind it", () => {
    const isBird = (x: number, y: number): boolean => Math.hypot((x - 120) / 40, (y - 85) / 30) < 1;
    const bird = newRaster(240, 170, 3);
    for (let i = 0; i < 240 * 170; i++) {
      const [x, y] = [i % 240, Math.floor(i / 240)];
      const shade = ((x * 7 + y * 13) % 9) * 4;
      const soft = Math.round(24 * Math.sin(x / 26) * Math.sin(y / 19));
      bird.data.set(
        isBird(x, y) ? (y < 85 ? [20, 80 + shade, 180 + shade] : [210 + shade, 100 + shade, 20]) : [150 + soft, 150 + soft, 96],
        i * 3,
      );
    }
    const after = change("turn the kingfisher purple", bird);
    const at = (x: number, y: number): readonly number[] => [...after.data.subarray((y * 240 + x) * 3, (y * 240 + x) * 3 + 3)];
    for (const [red = 0, green = 0, blue = 0] of [at(120, 70), at(120, 100)]) expect(Math.min(red, blue)).toBeGreaterThan(green * 1.2);
    expect(at(20, 20)).toEqual([...bird.data.subarray((20 * 240 + 20) * 3, (20 * 240 + 20) * 3 + 3)]);
  });
  it("colours a parrot that fills much of the picture when it is named by its colour", () => {
    const parrot = newRaster(240, 170, 3);
    for (let i = 0; i < 240 * 170; i++) {
      const [x, y] = [i % 240, Math.floor(i / 240)];
      const shade = ((x * 7 + y * 13) % 9) * 4;
      parrot.data.set(Math.hypot((x - 120) / 70, (y - 85) / 60) < 1 ? [190 + shade, 30 + shade, 24] : [214, 208, 196], i * 3);
    }
    const [red = 255, , blue = 0] = change("change the red parrot to blue", parrot).data.subarray((85 * 240 + 120) * 3);
    expect(blue).toBeGreaterThan(red + 60);
  });
  it("tints the grass though the road that is to be kept is not found", () => {
    const before = meanOf(lawn, "lawn");
    const after = meanOf(change("把草地调得更黄，道路不变"), "lawn");
    expect(after[0] - after[2]).toBeGreaterThan(before[0] - before[2] + 8);
  });
  it("does not take a blue sky for a chest", () => {
    const yard = newRaster(240, 170, 3);
    for (let i = 0; i < 240 * 170; i++) {
      const [x, y] = [i % 240, Math.floor(i / 240)];
      const shade = ((x * 7 + y * 13) % 9) * 3;
      const isChest = x > 140 && x < 180 && y > 110 && y < 140;
      yard.data.set(
        isChest ? [72 + shade, 72 + shade, 74 + shade] : y > 95 ? [212 + shade, 212 + shade, 214 + shade] : [40 + y / 2, 96 + y / 2, 200],
        i * 3,
      );
    }
    const [step] = parseInstructions("make the wooden chest red").steps;
    const applied = step === undefined ? undefined : finish(applyStep({ raster: yard, looks: yard }, step, 1));
    const [red = 0, , blue = 255] =
      applied !== undefined && "raster" in applied ? applied.raster.data.subarray(20 * 240 * 3) : yard.data.subarray(20 * 240 * 3);
    expect(blue).toBeGreaterThan(red);
  });
  it("rather says that a thing is not clear than colours some of what it stands before", () => {
    const speckled = newRaster(240, 170, 3);
    for (let i = 0; i < 240 * 170; i++) {
      const [x, y] = [i % 240, Math.floor(i / 240)];
      const grey = 70 + (((x >> 2) * 73 + (y >> 2) * 151) % 7) * 22;
      speckled.data.set([grey, grey, grey - 6], i * 3);
    }
    const [step] = parseInstructions("make the leopard red").steps;
    expect(step && finish(applyStep({ raster: speckled, looks: speckled }, step, 1))).toEqual({
      reason: { kind: "unclear", said: "leopard" },
    });
  });
  it("paints a grey mill, not only the few red boards on it", () => {
    const mill = newRaster(240, 170, 3);
    for (let i = 0; i < 240 * 170; i++) {
      const [x, y] = [i % 240, Math.floor(i / 240)];
      const isBody = Math.abs(x - 120) < 24 + y / 8 && y > 40 && y < 150;
      const shade = ((x * 7 + y * 13) % 9) * 4;
      const isBoard = isBody && y > 60 && y < 66 && Math.abs(x - 120) < 14;
      mill.data.set(
        isBoard ? [200, 30, 30] : isBody ? [74 + shade, 74 + shade, 78 + shade] : y > 150 ? [120, 116, 96] : [120, 160, 214],
        i * 3,
      );
    }
    const after = change("make the windmill green", mill);
    const [red = 0, green = 0] = after.data.subarray((110 * 240 + 120) * 3, (110 * 240 + 120) * 3 + 3);
    expect(green).toBeGreaterThan(red + 20);
  });
  it("says why where nothing was found", () => {
    const [step] = parseInstructions("make the water green").steps;
    expect(step && finish(applyStep({ raster: lawn, looks: lawn }, step, 1))).toEqual({
      reason: { kind: "not found", said: "water" },
    });
  });
  it("says what was to be kept and is not there, and does the rest", () => {
    const [step] = parseInstructions("keep only the purple, everything else black and white").steps;
    const applied = step && finish(applyStep({ raster: lawn, looks: lawn }, step, 1));
    expect(applied).toMatchObject({ missed: ["purple"] });
  });
  it("finds the sky again after the picture lost its colours and was turned", () => {
    const after = change("black and white, mirror it, brighten the sky a lot");
    expect(luma(meanOf(after, "sky"))).toBeGreaterThan(luma(meanOf(lawn, "sky")) + 25);
    expect(after.data[0]).toBe(after.data[2]);
  });
});

describe("weather, time and lettering", () => {
  it.each([
    ["night", -30],
    ["heavy snow", 10],
  ])("%s moves the brightness", (prompt, by) => {
    const all = (picture: Raster): number => (luma(meanOf(picture, "sky")) + luma(meanOf(picture, "lawn"))) / 2;
    const moved = all(change(prompt)) - all(lawn);
    expect(moved * Math.sign(by)).toBeGreaterThan(Math.abs(by));
  });
  it("makes rain greyer and the sky darker", () => {
    const after = change("heavy rain");
    expect(luma(meanOf(after, "sky"))).toBeLessThan(luma(meanOf(lawn, "sky")) - 8);
    const spread = (picture: Raster): number => Math.max(...meanOf(picture, "lawn")) - Math.min(...meanOf(picture, "lawn"));
    expect(spread(after)).toBeLessThan(spread(lawn) * 0.8);
  });
  it("turns green to autumn and leaves the blue box", () => {
    const after = change("autumn");
    const [red, green] = meanOf(after, "lawn");
    expect(red).toBeGreaterThan(green);
    expect(meanOf(after, "box")).toEqual(meanOf(lawn, "box"));
  });
  const write = async (prompt: string, picture = lawn) => {
    const [step] = parseInstructions(prompt).steps;
    if (step?.operation.kind !== "text") throw new Error(`Expected words to write for ${prompt}`);
    const typeface = await typesetter(step.operation.text, lookOf(step.operation));
    const applied = finish(applyStep({ raster: picture, looks: picture }, step, 5, typeface));
    return "reason" in applied ? applied.reason : applied.raster;
  };
  const changedRows = (after: Raster | Reason): readonly number[] => {
    if (!("data" in after)) throw new Error(`Expected a picture but received ${after.kind}`);
    const { width, height, data } = after;
    return Array.from({ length: height }, (_, y) => y).filter((y) =>
      data.subarray(y * width * 3, (y + 1) * width * 3).some((value, i) => value !== lawn.data[y * width * 3 + i]),
    );
  };
  it("writes where it is told, in Chinese as well, and leaves the rest alone", async () => {
    expect(Math.min(...changedRows(await write('write "HI" at the bottom')))).toBeGreaterThan(lawn.height / 2);
    expect(Math.max(...changedRows(await write("在上方写上“夏日大促”")))).toBeLessThan(lawn.height / 2);
    const column = changedRows(await write("竖排写上“春眠不觉晓”"));
    expect(column.length).toBeGreaterThan(lawn.height * 0.6);
  });
  it("keeps a long text within the picture, in as many lines as it takes", async () => {
    const text = "五折优惠，今日开始！全场满三百减五十，欢迎光临我们的新店，".repeat(12);
    const rows = changedRows(await write(`在中间写上“${text}”`));
    expect([rows[0] ?? 0, rows.at(-1) ?? 0].every((row) => row > 2 && row < lawn.height - 3)).toBe(true);
    expect(rows.length).toBeGreaterThan(lawn.height * 0.4);
  });
  it("says which letters no font has", async () => {
    expect(await write("写上「𓀀」")).toEqual({ kind: "letters", said: "𓀀" });
  });
});

describe("levelling", () => {
  const stripes: Raster = newRaster(160, 120, 3);
  for (let i = 0; i < 160 * 120; i++) stripes.data.fill(Math.floor(i / 160 / 12) % 2 === 0 ? 60 : 190, i * 3, i * 3 + 3);
  it.each([-7, -3, 4, 9])("measures a tilt of %i° and takes it back", (degrees) => {
    const tilted = finish(reshape(stripes, { kind: "turn", degrees })) as Raster;
    expect(Math.abs(findTilt(tilted) - degrees)).toBeLessThan(0.8);
    const straight = finish(reshape(tilted, { kind: "straighten" })) as Raster;
    expect(Math.abs(findTilt(straight))).toBeLessThan(0.7);
  });
  it("leaves a straight picture", () => expect(finish(reshape(stripes, { kind: "straighten" }))).toBeUndefined());
});

describe("every word of the vocabulary", () => {
  const first = (words: string): string => alternativesOf(words).find((word) => /^[\w\u4e00-\u9fff -]+$/u.test(word)) ?? "";
  it.each(vocabulary.map(({ words, means }) => [first(words), means.name] as const))("%s changes the picture (%s)", (word) => {
    expect(word).not.toBe("");
    const after = change(word);
    expect(isSameRaster(after, lawn)).toBe(false);
    expect(meanDeltaE(after, lawn)).toBeGreaterThan(0.25);
    expect(isSameRaster(after, change(word))).toBe(true);
  });
});

describe("looks that know their picture", () => {
  const level = (value: number): Raster => ({ ...newRaster(96, 64, 3), data: newRaster(96, 64, 3).data.fill(value) });
  const centre = ({ data }: Raster): readonly [number, number, number] =>
    [0, 1, 2].map((c) => data[(32 * 96 + 48) * 3 + c] as number) as unknown as readonly [number, number, number];
  it("makes a dark picture moody without making it black", () => {
    expect(luma(centre(change("moody", level(24))))).toBeGreaterThan(17);
    expect(luma(centre(change("moody", level(120))))).toBeLessThan(100);
  });
  it("lights a neon picture magenta from one side and cyan from the other", () => {
    const after = change("cyberpunk", level(170));
    const at = (x: number, c: number): number => after.data[(32 * 96 + x) * 3 + c] as number;
    expect(at(6, 0)).toBeGreaterThan(at(6, 1) + 60);
    expect(at(89, 1)).toBeGreaterThan(at(89, 0) + 40);
  });
  it("blackens what is dark as a whole where silhouettes are wanted, and leaves the bright", () => {
    const picture = level(0);
    for (let i = 0; i < 96 * 64; i++) picture.data.fill(i < 96 * 32 ? 200 : i % 9 === 0 ? 130 : 70, i * 3, i * 3 + 3);
    const after = change("silhouette", picture);
    expect(after.data[(10 * 96 + 48) * 3]).toBeGreaterThan(180);
    const below = after.data.subarray(96 * 40 * 3);
    expect([...below].reduce((sum, value) => sum + value, 0) / below.length).toBeLessThan(20);
  });
  it("lays a gradient over one side and leaves the other to the bit", () => {
    const after = change("a black gradient at the bottom", lawn);
    expect(after.data.subarray(0, 192 * 3 * 20)).toEqual(lawn.data.subarray(0, 192 * 3 * 20));
    expect(luma(meanOf(after, "lawn"))).toBeLessThan(luma(meanOf(lawn, "lawn")) * 0.75);
  });
  it("leaves something to be seen in the thickest fog", () => {
    const picture = level(20);
    for (let i = 0; i < 96 * 64; i++) if (i % 12 < 6) picture.data.fill(120, i * 3, i * 3 + 3);
    const { data } = change("very thick fog", picture);
    const gaps = Array.from({ length: 30 }, (_, y) => {
      const row = [...data.subarray(y * 96 * 3, (y + 1) * 96 * 3)];
      return Math.max(...row) - Math.min(...row);
    });
    expect(Math.min(...gaps)).toBeGreaterThan(25);
  });
  it("gives a sunset the colour that was said", () => {
    const [plain, pink] = [meanOf(change("replace the sky with a sunset"), "sky"), meanOf(change("把天空换成粉紫色的晚霞"), "sky")];
    expect(pink[2] - pink[1]).toBeGreaterThan(plain[2] - plain[1] + 15);
  });
});
