import { describe, expect, it } from "vitest";
import { findKinds, personKind } from "#lib/engine/eye/kinds.ts";
import type { NamedBox } from "#lib/pixels/network/read-boxes.ts";
import { findRiders } from "./riders.ts";

const kindOf = (said: string): number => findKinds(said)?.own[0] as number;
const box = (kind: number, left: number, top: number, right: number, bottom: number): NamedBox => ({
  ...{ kind, left, top, right, bottom },
  score: 0.7,
});

const cyclist = box(personKind, 0.2, 0.3, 0.4, 0.8);
const walker = box(personKind, 0.6, 0.3, 0.7, 0.8);
const bicycle = box(kindOf("bicycle"), 0.15, 0.5, 0.45, 0.9);
const people = [cyclist, walker];
const all = [...people, bicycle];

describe("who rides something", () => {
  it.each(["the cyclists", "the man on the bike", "the girl riding a horse", "骑自行车的人"])(
    "%s: comes with it, and nobody else",
    (said) => {
      expect(findRiders(people, all, said)).toEqual([{ ...cyclist, left: 0.15, right: 0.45, bottom: 0.9 }]);
    },
  );
  it.each(["the man", "the rider's", "骑手的", "the man on the left"])("%s: is a person alone", (said) => {
    expect(findRiders(people, all, said)).toBeUndefined();
  });
  it("is whoever there is where nothing is ridden", () => {
    expect(findRiders(people, people, "the cyclist")).toBeUndefined();
  });
  it("does not ride what stands behind the head", () => {
    expect(findRiders([cyclist], [cyclist, box(bicycle.kind, 0.2, 0.25, 0.4, 0.5)], "the cyclist")).toBeUndefined();
  });
});
