import { describe, expect, it } from "vitest";
import { personKind } from "#lib/engine/eye/kinds.ts";
import type { NamedBox } from "#lib/pixels/network/read-boxes.ts";
import { newPlane } from "#lib/pixels/plane.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import type { CutOut } from "./cut-subject.ts";
import { findRoom, makeRoom, type Room } from "./make-room.ts";
import { placing } from "./words/placing.ts";

const size = { width: 120, height: 160 };
const next = placing("put the woman next to the man", 0, "next");
const onLeft = placing("put the woman on the left of the man", 0, "next");
const portrait: NamedBox = { kind: personKind, score: 0.8, left: 0.15, top: 0.2, right: 0.85, bottom: 1 };
const bust: CutOut = {
  mask: newPlane(100, 100),
  box: { x: 10, y: 20, width: 80, height: 80 },
  ...{ certainty: 2, skin: 0.2, isCutBelow: true, isCutOff: true, isNamed: true },
};

/** A red bust before a wall that is green. */
function redBefore(): Raster {
  const picture = newRaster(size.width, size.height, 3);
  for (let i = 0; i < size.width * size.height; i++) {
    const [x, y] = [(i % size.width) / size.width, Math.floor(i / size.width) / size.height];
    const isHead = Math.hypot((x - 0.5) / 0.2, (y - 0.38) / 0.18) < 1;
    const isBody = y > 0.55 && Math.abs(x - 0.5) < 0.35;
    picture.data.set(isHead || isBody ? [190, 40, 40] : [60, 140 + ((i * 7) % 9), 60], i * 3);
  }
  return picture;
}

describe("room beside a portrait", () => {
  it("is made on the right, or where the words say, each as wide as the other", () => {
    for (const [wish, isRight] of [
      [next, true],
      [onLeft, false],
    ] as const) {
      const { picture, newcomer } = findRoom(portrait, bust, size, wish) as Room;
      const middle = picture.x + picture.width / 2;
      expect(newcomer.x + newcomer.width / 2 > middle).toBe(isRight);
      expect(Math.abs(newcomer.width - 0.7 * picture.width)).toBeLessThan(2);
      expect(picture.y + picture.height).toBe(size.height);
      // Their middles are as far from the middle.
      const face = picture.x + ((portrait.left + portrait.right) / 2) * picture.width;
      expect(Math.abs((face + newcomer.x + newcomer.width / 2) / 2 - size.width / 2)).toBeLessThan(2);
    }
  });
  it("is not made where there is some, beside nobody, or for who is seen down to the feet", () => {
    expect(findRoom({ ...portrait, left: 0.5 }, bust, size, next)).toBeUndefined();
    expect(findRoom(undefined, bust, size, next)).toBeUndefined();
    expect(findRoom({ ...portrait, bottom: 0.9 }, bust, size, next)).toBeUndefined();
    expect(findRoom(portrait, { ...bust, isCutBelow: false }, size, next)).toBeUndefined();
  });
  it("goes on with the wall, and nobody is there twice", () => {
    const room = findRoom(portrait, bust, size, next) as Room;
    const roomy = finish(makeRoom(redBefore(), [portrait], room));
    expect(roomy).toBeDefined();
    const { ground, front } = roomy as NonNullable<typeof roomy>;
    let [red, beyond] = [0, 0];
    for (let i = 0; i < size.width * size.height; i++) {
      const isRed = (ground.data[i * 3] as number) > (ground.data[i * 3 + 1] as number);
      if (!isRed) continue;
      red++;
      if ((i % size.width) / size.width > 0.68) beyond++;
    }
    expect(red).toBeGreaterThan(0.1 * size.width * size.height);
    expect(beyond).toBe(0);
    expect(front.data[(size.height - 4) * size.width + Math.round(0.31 * size.width)]).toBeGreaterThan(0.5);
  });
});
