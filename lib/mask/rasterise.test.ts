import { describe, expect, it } from "vitest";
import { coverage } from "./coverage.ts";
import type { MaskOperation } from "./mask-document.ts";
import { wholeWindow } from "./mask-window.ts";
import { applyOperations, rasterise } from "./rasterise.ts";

function draw(width: number, height: number, ...operations: MaskOperation[]): string[] {
  const mask = rasterise({ width, height, operations });
  return Array.from({ length: height }, (_, row) => [...mask.subarray(row * width, (row + 1) * width)].map(sign).join(""));
}

function sign(level: number): string {
  return level === 255 ? "#" : level === 0 ? "." : "+";
}

const box = (x: number, y: number, width: number, height: number, mode: "add" | "subtract" | "intersect" = "add") =>
  ({ kind: "rectangle", mode, x, y, width, height }) as const;
const dab = (x: number, y: number, size: number, mode: "add" | "subtract" = "add", hardness = 1) =>
  ({ kind: "stroke", mode, size, hardness, points: [x, y, 1] }) as const;

describe("shapes", () => {
  it("cover exactly the pixels of a rectangle on the grid", () => {
    expect(draw(6, 4, box(1, 1, 3, 2))).toEqual(["......", ".###..", ".###..", "......"]);
  });

  it("cover half a pixel by half", () => {
    expect([...rasterise({ width: 3, height: 1, operations: [box(0.5, 0, 1, 1)] })]).toEqual([128, 128, 0]);
  });

  it("are added, taken away and intersected", () => {
    const first = box(0, 0, 4, 4);
    expect(draw(6, 4, first, box(2, 2, 4, 2))).toEqual(["####..", "####..", "######", "######"]);
    expect(draw(6, 4, first, box(2, 2, 4, 2, "subtract"))).toEqual(["####..", "####..", "##....", "##...."]);
    expect(draw(6, 4, first, box(2, 2, 4, 2, "intersect"))).toEqual(["......", "......", "..##..", "..##.."]);
  });

  it("stay filled where an outline crosses itself", () => {
    const twice = { kind: "polygon", mode: "add", points: [0, 0, 4, 0, 4, 4, 0, 4, 0, 0, 4, 0, 4, 4, 0, 4] } as const;
    expect(draw(4, 4, twice)).toEqual(["####", "####", "####", "####"]);
  });

  it("round an ellipse", () => {
    const [first, , third] = draw(8, 8, { kind: "ellipse", mode: "add", x: 0, y: 0, width: 8, height: 8 });
    expect(first).toBe(".++++++.");
    expect(third).toMatch(/^[+#]#{6}[+#]$/);
  });
});

describe("strokes", () => {
  it("draw a smooth disc for a single point", () => {
    expect(draw(5, 5, dab(2.5, 2.5, 3))).toEqual([".....", ".+#+.", ".###.", ".+#+.", "....."]);
  });

  it("join their points", () => {
    const line = { kind: "stroke", mode: "add", size: 2, hardness: 1, points: [1, 2, 1, 7, 2, 1] } as const;
    expect(draw(8, 4, line)).toEqual(["........", "########", "########", "........"].map((row) => row.replace(/^#|#$/g, "+")));
  });

  it("grow thinner with less pressure", () => {
    const full = rasterise({ width: 20, height: 20, operations: [dab(10, 10, 12)] });
    const light = rasterise({ width: 20, height: 20, operations: [{ ...dab(10, 10, 12), points: [10, 10, 0.5] }] });
    expect(coverage(full, 20, 20).share / coverage(light, 20, 20).share).toBeCloseTo(4, 0);
  });

  it("do not become stronger where they pass twice", () => {
    const soft = dab(5, 5, 8, "add", 0);
    const once = rasterise({ width: 10, height: 10, operations: [soft] });
    expect(rasterise({ width: 10, height: 10, operations: [soft, soft] })).toEqual(once);
  });

  it("take away what they cover", () => {
    expect(draw(5, 3, box(0, 0, 5, 3), dab(2.5, 1.5, 3, "subtract"))).toEqual(["#+.+#", "#...#", "#+.+#"]);
  });
});

describe("the whole mask", () => {
  it("is inverted and cleared", () => {
    expect(draw(3, 1, box(0, 0, 1, 1), { kind: "invert" })).toEqual([".##"]);
    expect(draw(3, 1, { kind: "invert" }, { kind: "clear" }, box(0, 0, 1, 1))).toEqual(["#.."]);
  });

  it("grows round and shrinks back", () => {
    expect(draw(5, 5, box(2, 2, 1, 1), { kind: "grow", by: 1 })).toEqual([".....", ".+#+.", ".###.", ".+#+.", "....."]);
    expect(draw(7, 7, box(1, 1, 5, 5), { kind: "grow", by: -1 }).slice(2, 5)).toEqual(["..###..", "..###..", "..###.."]);
  });

  it("reaches as far in every direction as asked", () => {
    const mask = rasterise({ width: 41, height: 41, operations: [box(20, 20, 1, 1), { kind: "grow", by: 15 }] });
    const painted = [...mask.keys()]
      .filter((at) => (mask[at] ?? 0) >= 128)
      .map((at) => Math.hypot((at % 41) - 20, Math.floor(at / 41) - 20));
    expect(Math.max(...painted)).toBeLessThanOrEqual(15.5);
    expect(painted.length / (Math.PI * 15.5 * 15.5)).toBeCloseTo(1, 1);
  });

  it("is softened without losing its amount", () => {
    const hard = rasterise({ width: 40, height: 40, operations: [box(12, 12, 16, 16)] });
    const soft = rasterise({ width: 40, height: 40, operations: [box(12, 12, 16, 16), { kind: "feather", radius: 4 }] });
    expect(coverage(soft, 40, 40).share).toBeCloseTo(coverage(hard, 40, 40).share, 2);
    expect(soft[20 * 40 + 12]).toBeGreaterThan(100);
    expect(soft[20 * 40 + 12]).toBeLessThan(200);
  });

  it("has its holes filled, and only them", () => {
    const ring = [box(0, 0, 5, 5), box(1, 1, 3, 3, "subtract")];
    expect(draw(6, 5, ...ring, { kind: "fill-holes" })).toEqual(Array(5).fill("#####."));
    expect(draw(6, 5, ...ring, box(0, 2, 1, 1, "subtract"), { kind: "fill-holes" })[1]).toBe("#...#.");
  });
});

describe("a window", () => {
  const painted: readonly MaskOperation[] = [
    { kind: "stroke", mode: "add", size: 40, hardness: 0.7, points: [30, 40, 1, 120, 60, 0.8, 160, 140, 1] },
    { kind: "ellipse", mode: "subtract", x: 60, y: 30, width: 50, height: 40 },
    { kind: "polygon", mode: "add", points: [20, 180, 90, 120, 150, 190] },
  ];

  it("shows a part of the picture with exactly the pixels of the whole", () => {
    const whole = rasterise({ width: 200, height: 200, operations: painted });
    const part = { x: 50, y: 30, scale: 1, width: 100, height: 120 };
    const mask = new Uint8Array(part.width * part.height);
    applyOperations(mask, part, painted);
    const cut = Array.from({ length: part.height }, (_, row) => [...whole.subarray((row + 30) * 200 + 50, (row + 30) * 200 + 150)]).flat();
    expect([...mask]).toEqual(cut);
  });

  it("covers the same share at half the size", () => {
    const window = wholeWindow(200, 200, 0.5);
    const mask = new Uint8Array(window.width * window.height);
    applyOperations(mask, window, painted);
    const whole = rasterise({ width: 200, height: 200, operations: painted });
    expect(coverage(mask, 100, 100).share).toBeCloseTo(coverage(whole, 200, 200).share, 2);
  });
});

describe("coverage", () => {
  it("counts areas that touch at a corner as one", () => {
    const mask = rasterise({ width: 8, height: 4, operations: [box(0, 0, 2, 2), box(2, 2, 2, 2), box(6, 0, 1, 4)] });
    expect(coverage(mask, 8, 4)).toEqual({ share: 12 / 32, regions: 2 });
  });

  it("joins what meets only further down", () => {
    const mask = rasterise({ width: 5, height: 3, operations: [box(0, 0, 1, 3), box(4, 0, 1, 3), box(0, 2, 5, 1)] });
    expect(coverage(mask, 5, 3).regions).toBe(1);
  });
});
