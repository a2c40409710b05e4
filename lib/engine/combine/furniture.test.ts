import { describe, expect, it } from "vitest";
import { findKinds, tableKind } from "#lib/engine/eye/kinds.ts";
import type { NamedBox } from "#lib/pixels/network/read-boxes.ts";
import { carriersNamed, findCarrier, surfaceOf } from "./furniture.ts";

const [sofa, chair] = ["sofa", "chair"].map((name) => findKinds(name)?.own[0] as number) as [number, number];
const box = (kind: number, score: number, left: number, top: number, right: number, bottom: number): NamedBox => ({
  ...{ kind, score, left, top, right, bottom },
});

describe("what things are put on", () => {
  it.each(["sofa", "yellow armchair", "dining table", "bed", "沙发", "桌子", "木桌", "长椅"])("%s carries", (noun) => {
    expect(carriersNamed(noun)).toBeDefined();
  });
  it.each(["lawn", "street", "man", "table lamp", "草地", "海滩"])("%s does not", (noun) => {
    expect(carriersNamed(noun)).toBeUndefined();
  });
  it("is the thing itself before what it is taken for, and of two the near one", () => {
    const [far, near] = [box(sofa, 0.5, 0.1, 0.4, 0.2, 0.5), box(sofa, 0.48, 0.4, 0.4, 0.8, 0.8)];
    const other = box(chair, 0.9, 0.1, 0.1, 0.9, 0.8);
    const kinds = carriersNamed("sofa") as readonly number[];
    expect(findCarrier([other, far, near], kinds)).toBe(near);
    expect(findCarrier([other], kinds)).toBe(other);
    expect(findCarrier([box(tableKind, 0.9, 0, 0, 1, 1)], [tableKind])).toBeUndefined();
  });
  it("tells how large things on it are", () => {
    const [small, large] = [box(sofa, 0.5, 0.1, 0.4, 0.3, 0.5), box(sofa, 0.5, 0.1, 0.4, 0.5, 0.6)];
    const size = { width: 1000, height: 800 };
    expect(surfaceOf(large, size).pixelsPerMetre).toBeCloseTo(2 * surfaceOf(small, size).pixelsPerMetre);
    const { foot } = surfaceOf(large, size);
    expect(foot).toBeGreaterThan(large.top);
    expect(foot).toBeLessThan(large.bottom);
  });
});
