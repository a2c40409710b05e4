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
  it("says why where nothing was found", () => {
    const [step] = parseInstructions("make the water green").steps;
    expect(step && finish(applyStep({ raster: lawn, looks: lawn }, step, 1))).toEqual({
      reason: { kind: "not found", said: "water" },
    });
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
    const tilted = reshape(stripes, { kind: "turn", degrees }) as Raster;
    expect(Math.abs(findTilt(tilted) - degrees)).toBeLessThan(0.8);
    const straight = reshape(tilted, { kind: "straighten" }) as Raster;
    expect(Math.abs(findTilt(straight))).toBeLessThan(0.7);
  });
  it("leaves a straight picture", () => expect(reshape(stripes, { kind: "straighten" })).toBeUndefined());
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
