import { describe, expect, it } from "vitest";
import type { Rgb } from "#lib/pixels/colour.ts";
import { newPlane } from "#lib/pixels/plane.ts";
import { finish } from "#lib/pixels/work.ts";
import { drawingOf, isDisc } from "#lib/testing/drawn-things.ts";
import { valueAt as at } from "#lib/testing/meant-thing.ts";
import { likeNamed } from "./likeness.ts";
import { findOn, zoneOf } from "./worn.ts";

const [width, height] = [320, 300];
const box = { kind: 0, score: 0.8, left: 110 / width, right: 210 / width, top: 30 / height, bottom: 280 / height };

/** Somebody who stands: a head, a shirt with bare forearms, trousers and shoes; undefined beside. */
function figure(shirt: Rgb): (x: number, y: number) => Rgb | undefined {
  return (x, y) => {
    const across = Math.abs(x - 160);
    if (isDisc(x, y, 160, 50, 18)) return y < 42 ? [60, 42, 30] : [205, 160, 132];
    if (across < 28 && y > 70 && y < 160) return shirt;
    if (across >= 30 && across < 42 && y > 74 && y < 160) return y < 116 ? shirt : [200, 154, 126];
    if (across < 28 && y >= 160 && y < 252) return [46, 60, 108];
    return across < 32 && y >= 252 && y < 272 ? [40, 26, 20] : undefined;
  };
}

function wornBy(shirt: Rgb, said: string, named?: Rgb) {
  const own = figure(shirt);
  const picture = drawingOf(width, height)((x, y) => own(x, y) ?? (y > 240 ? [96, 120, 80] : [150, 170, 190]));
  const person = newPlane(width, height);
  for (let i = 0; i < person.data.length; i++) person.data[i] = own(i % width, Math.floor(i / width)) === undefined ? 0 : 1;
  const zone = zoneOf(said);
  if (zone === undefined) throw new Error(`Expected "${said}" to be worn somewhere`);
  return finish(findOn(picture, person, box, zone, named === undefined ? undefined : likeNamed(named)));
}

describe("what somebody wears", () => {
  it.each([
    ["the shirt", [222, 222, 216], 120],
    ["他的衬衫", [160, 60, 60], 120],
    ["trousers", [222, 222, 216], 200],
    ["裤子", [160, 60, 60], 200],
  ] as const)("is where it is worn: %s", (said, shirt, row) => {
    const mask = wornBy(shirt, said);
    expect(at(mask, 160, row)).toBeGreaterThan(0.9);
    const elsewhere = [50, 120, 200, 262].filter((y) => y !== row);
    expect(Math.max(...elsewhere.map((y) => at(mask, 160, y)), at(mask, 60, row), at(mask, 196, 140))).toBeLessThan(0.1);
  });

  it("is not there where nothing of the person has the colour that was said", () => {
    expect(wornBy([222, 222, 216], "shirt", [40, 160, 60])).toBeUndefined();
    expect(at(wornBy([40, 150, 60], "shirt", [40, 160, 60]), 160, 120)).toBeGreaterThan(0.9);
  });

  it.each(["the man", "door", "小船", "table top", "snow cap"])("is nothing of %s", (said) => expect(zoneOf(said)).toBeUndefined());
});
