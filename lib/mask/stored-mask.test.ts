import { describe, expect, it } from "vitest";
import { emptyHistory, hasPaint } from "./mask-history.ts";
import { readHistory } from "./read-history.ts";

describe("readHistory", () => {
  it("takes back what was written and leaves out what cannot be drawn", () => {
    const stroke = { kind: "stroke", mode: "add", size: 5, hardness: 1, points: [1, 2, 1] };
    const stored = { operations: [stroke, { kind: "stroke", points: ["x"] }, { kind: "grow" }, null], undone: [{ kind: "invert" }] };
    expect(readHistory(JSON.parse(JSON.stringify(stored)))).toEqual({ operations: [stroke], undone: [{ kind: "invert" }] });
  });

  it("starts empty where nothing readable was kept", () => {
    expect(readHistory(null)).toEqual(emptyHistory);
    expect(readHistory({ operations: 3 })).toEqual(emptyHistory);
  });
});

describe("hasPaint", () => {
  it("is true only when something after the last clearing can be white", () => {
    const box = { kind: "rectangle", mode: "add", x: 0, y: 0, width: 1, height: 1 } as const;
    expect(hasPaint({ operations: [box] })).toBe(true);
    expect(hasPaint({ operations: [box, { kind: "clear" }] })).toBe(false);
    expect(hasPaint({ operations: [{ kind: "clear" }, { kind: "invert" }] })).toBe(true);
    expect(hasPaint({ operations: [{ ...box, mode: "subtract" }] })).toBe(false);
  });
});
