/**
 * Room beside somebody who fills a picture: the picture is drawn back to one side, and what is then seen about it is filled from
 * its background. Two portraits become one of both.
 */
import { personKind } from "#lib/engine/eye/kinds.ts";
import { findNamed } from "#lib/engine/regions/find-named.ts";
import type { Box } from "#lib/pixels/crop.ts";
import { fillHole } from "#lib/pixels/fill/fill.ts";
import type { NamedBox } from "#lib/pixels/network/read-boxes.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { resizeSlowly } from "#lib/pixels/resample.ts";
import { scalePlane } from "#lib/pixels/segment/refine.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import type { Placing } from "./arrangement.ts";
import type { CutOut } from "./cut-subject.ts";

export interface Room {
  /** Where the picture lies in its own frame afterwards; both may stand over the sides. */
  readonly picture: Box;
  readonly newcomer: Box;
}

type Size = Pick<Raster, "width" | "height">;

/** Whose shoulders leave less than this to both sides has nobody beside them. */
const roomToStand = 0.36;
/** Seen down to the lower side, as portraits are. */
const cutBelow = 0.96;
/** Each has so much of the width: who stands close for a picture overlaps, and the outer shoulders are at its sides. */
const [shareOfEach, leastScale, mostTall] = [0.7, 0.6, 0.92];
/** Where the middle of the one who was there goes. */
const aside = 0.31;

/** Undefined where there is room already, or who stands there is not seen as a portrait is. */
export function findRoom(neighbour: NamedBox | undefined, cut: CutOut, { width, height }: Size, { side }: Placing): Room | undefined {
  if (neighbour === undefined || neighbour.kind !== personKind || !cut.isCutBelow || neighbour.bottom < cutBelow) return undefined;
  if (Math.max(neighbour.left, 1 - neighbour.right) > roomToStand) return undefined;
  const across = neighbour.right - neighbour.left;
  const scale = Math.max(leastScale, Math.min(1, shareOfEach / across));
  const middle = side === "left" ? 1 - aside : aside;
  const picture = {
    x: Math.round((middle - (scale * (neighbour.left + neighbour.right)) / 2) * width),
    y: Math.round((1 - scale) * height),
    width: Math.round(scale * width),
    height: Math.round(scale * height),
  };
  // Shoulders are about as wide as shoulders.
  const shape = cut.box.width / cut.box.height;
  const wide = Math.min(scale * across * width, mostTall * height * shape);
  const [w, h] = [Math.round(wide), Math.round(wide / shape)];
  return { picture, newcomer: { x: Math.round((1 - middle) * width - w / 2), y: height - h, width: w, height: h } };
}

/** Nothing is copied from less background than this. */
const leastBackground = 0.03;

export interface Roomy {
  readonly ground: Raster;
  /** Who was there: in front, so that nobody sees where the newcomer's shoulder was cut off. */
  readonly front: Plane;
}

/** Undefined where hardly any background is seen to go on with. */
export function* makeRoom(source: Raster, people: readonly [NamedBox, ...NamedBox[]], { picture }: Room): Work<Roomy | undefined> {
  const { width, height } = source;
  const somebody = yield* part(findNamed(source, { boxes: people, others: [], isAlive: true }), 0, 0.4);
  const small = yield* part(resizeSlowly(source, picture.width, picture.height), 0.4, 0.45);
  const canvas = newRaster(width, height, 3);
  const front = newPlane(width, height);
  const own = scalePlane(somebody, picture.width, picture.height);
  const step = small.channels === 1 ? 0 : 1;
  const unknown = newRaster(width, height, 1);
  unknown.data.fill(255);
  let known = 0;
  eachKept(picture, source, (from, to) => {
    for (let c = 0; c < 3; c++) canvas.data[to * 3 + c] = small.data[from * small.channels + c * step] as number;
    front.data[to] = own.data[from] as number;
    if ((own.data[from] as number) > leastSeen) return;
    unknown.data[to] = 0;
    known++;
  });
  if (known < leastBackground * width * height) return undefined;
  yield 0.5;
  // Who stands there counts as unknown too, so that nobody is copied; they come back afterwards.
  const ground = yield* part(fillHole(canvas, unknown, 1), 0.5, 1);
  eachKept(picture, source, (_, to) => {
    for (let c = 0; c < 3; c++) ground.data[to * 3 + c] = canvas.data[to * 3 + c] as number;
  });
  return { ground, front };
}

/** The last of a hair is no background. */
const leastSeen = 0.02;

/** For each pixel of the smaller picture that stays in the frame, where it comes from and where it goes. */
function eachKept(picture: Box, { width, height }: Size, take: (from: number, to: number) => void): void {
  for (let y = Math.max(0, -picture.y); y < picture.height && picture.y + y < height; y++)
    for (let x = Math.max(0, -picture.x); x < picture.width && picture.x + x < width; x++)
      take(y * picture.width + x, (picture.y + y) * width + picture.x + x);
}
