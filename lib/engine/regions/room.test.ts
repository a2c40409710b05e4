import { describe, expect, it } from "vitest";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { findPartOfRoom, partOfRoom } from "./room.ts";

describe("parts of a room in words", () => {
  it.each([
    ["wall", "wall"],
    ["wall behind them", "wall"],
    ["background wall", "wall"],
    ["墙面", "wall"],
    ["背景墙", "wall"],
    ["wooden floor", "floor"],
    ["地板", "floor"],
    ["ceiling", "ceiling"],
    ["wall clock", undefined],
    ["墙上的画", undefined],
    ["ground", undefined],
  ])("%s", (said, expected) => expect(partOfRoom(said)).toBe(expected));
});

const [width, height] = [240, 180];

/** A colourless wall with light on one side, boards, and a dark chest before both. */
function room(): Raster {
  const picture = newRaster(width, height, 3);
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const isChest = x > 90 && x < 150 && y > 80 && y < 140;
    const isFloor = y > 120;
    picture.data.set(isChest ? [60, 30, 24] : isFloor ? [150, 105, 70] : [190 + x / 8, 190 + x / 8, 188 + x / 8], i * 3);
  }
  return picture;
}

const taken = (said: string): ((x: number, y: number) => number) => {
  const meant = finish(findPartOfRoom(room(), { name: "subject", said }));
  return (x, y) => meant?.mask.data[y * width + x] ?? Number.NaN;
};

describe("parts of a room in a picture", () => {
  it("are the wall without what stands before it, though it has no colour", () => {
    const at = taken("wall");
    for (const x of [20, 120, 220]) expect(at(x, 30)).toBeGreaterThan(0.9);
    expect(at(120, 110)).toBeLessThan(0.1);
    expect(at(30, 160)).toBeLessThan(0.1);
  });
  it("are the floor", () => {
    const at = taken("floor");
    for (const x of [20, 220]) expect(at(x, 165)).toBeGreaterThan(0.9);
    expect(at(120, 110)).toBeLessThan(0.1);
    expect(at(30, 30)).toBeLessThan(0.1);
  });
  it("are not found where nothing is broad and even", () => {
    const noise = newRaster(width, height, 3);
    for (let i = 0; i < width * height; i++) {
      const tile = Math.floor((i % width) / 12) + 20 * Math.floor(i / width / 12);
      noise.data.set(
        [1, 2, 3].map((c) => (Math.imul(tile * 3 + c, 2654435761) >>> 8) % 256),
        i * 3,
      );
    }
    expect(finish(findPartOfRoom(noise, { name: "subject", said: "wall" }))).toBeUndefined();
  });
});
