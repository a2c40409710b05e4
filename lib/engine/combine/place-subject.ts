/** Stands a cut-out in another picture: where the words say, at a sensible size, on its ground or its water, in its light. */
import { isAlive, personKind } from "#lib/engine/eye/kinds.ts";
import { lookForWhatStandsOut } from "#lib/engine/eye/stands-out.ts";
import { findNamed } from "#lib/engine/regions/find-named.ts";
import { blendSlowly } from "#lib/pixels/blend.ts";
import { type Box, crop, grown } from "#lib/pixels/crop.ts";
import { areaOf, type NamedBox } from "#lib/pixels/network/read-boxes.ts";
import { cropPlane, newPlane, type Plane } from "#lib/pixels/plane.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { resizeSlowly } from "#lib/pixels/resample.ts";
import { seatInGradients } from "#lib/pixels/seat.ts";
import { cleanEdges, rimOf } from "#lib/pixels/segment/clean-edges.ts";
import { scalePlane } from "#lib/pixels/segment/refine.ts";
import { lookAt } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import type { Placing, StandsOn } from "./arrangement.ts";
import { castOnGround, castReach, mirrorInWater } from "./cast.ts";
import { peopleNear } from "./crowding.ts";
import { softenCuts } from "./cut-sides.ts";
import type { CutOut } from "./cut-subject.ts";
import { type Ground, readGround } from "./ground.ts";
import { layBehind } from "./lay-behind.ts";
import { laidIn } from "./lay-in.ts";
import { keepsOwnFrame, layInOwnFrame, layOut, type Stand } from "./lay-out.ts";
import { findRoom, makeRoom } from "./make-room.ts";
import { inPortrait, lightFor, matchLight } from "./match-light.ts";
import { isAsidePossible } from "./spots.ts";

export interface Placed {
  readonly picture: Raster;
  readonly on: StandsOn;
  readonly unfound: string | undefined;
}

export function* placeSubject(source: Raster, cut: CutOut, given: Raster, wish: Placing): Work<Placed> {
  const { clean, mask } = yield* part(takeOut(source, cut), 0, 0.15);
  const { box, on, ground, front, people, unfound } = yield* part(findStand(given, cut, wish), 0.15, 0.4);
  const small = yield* part(resizeSlowly(clean, box.width, box.height), 0.4, 0.5);
  const soft = softenCuts(scalePlane(mask, box.width, box.height), cut, box, ground);
  const alpha = front === undefined ? soft : behind(soft, front, box);
  const light = yield* part(lightFor(source, cut, ground, box, people), 0.5, 0.55);
  const lit = yield* part(matchLight(small, alpha, on === "beside" ? inPortrait(light) : light), 0.55, 0.65);
  // Far from it nothing changes.
  const about = grown(box, castReach * box.height, ground);
  const near = crop(ground, about);
  const own = { ...box, x: box.x - about.x, y: box.y - about.y };
  const { layer, opacity } = layOver(lit, alpha, own, near);
  yield 0.7;
  const under = yield* part(cast(near, layer, opacity, own, on), 0.7, 0.8);
  const seated = yield* part(seatInGradients(layer, under, opacity, ground), 0.8, 0.95);
  const placed = yield* part(blendSlowly(under, seated, opacity), 0.95, 1);
  return { picture: laidIn(ground, placed, about), on, unfound };
}

interface TakenOut {
  readonly clean: Raster;
  readonly mask: Plane;
}

/** In its box, without the colours of what it stood before. */
function* takeOut(source: Raster, { mask, box, isGiven }: CutOut): Work<TakenOut> {
  const about = grown(box, 4 * rimOf(source), source);
  const own = { ...box, x: box.x - about.x, y: box.y - about.y };
  const near = crop(source, about);
  const clean = isGiven ? near : yield* cleanEdges(near, cropPlane(mask, about), source);
  return { clean: crop(clean, own), mask: cropPlane(mask, box) };
}

function* cast(ground: Raster, layer: Raster, opacity: Plane, box: Box, on: StandsOn): Work<Raster> {
  if (on === "ground" || on === "behind" || on === "carrier") return yield* castOnGround(ground, opacity, box);
  return on === "water" ? yield* mirrorInWater(ground, layer, opacity, box) : ground;
}

interface StandIn extends Stand {
  /** The picture it stands in, drawn back where that had no room. */
  readonly ground: Raster;
  /** What stands before it. */
  readonly front?: Plane;
  /** Who is there and can be seen well. */
  readonly people?: readonly NamedBox[];
  readonly unfound?: string | undefined;
}

function* findStand(ground: Raster, cut: CutOut, wish: Placing): Work<StandIn> {
  if (keepsOwnFrame(wish, cut)) return { ...layInOwnFrame(cut, ground), ground };
  const read = yield* part(readGround(ground, wish.standing), 0, 0.5);
  const who = read.neighbour ?? (read.carrier === undefined ? largest(read.things) : undefined);
  const room = who === undefined ? undefined : findRoom(who, cut, ground, wish);
  if (who !== undefined && room !== undefined) {
    const roomy = yield* part(makeRoom(ground, peopleIn(read, who), room), 0.5, 1);
    if (roomy !== undefined) return { box: room.newcomer, on: "beside", ...roomy };
  }
  if (wish.standing.behind !== undefined && read.neighbour !== undefined) {
    const front = yield* part(findNamed(ground, { boxes: [read.neighbour], others: [], isAlive: isAlive(read.neighbour.kind) }), 0.5, 1);
    return { box: layBehind(read.neighbour, read.eyes, cut, ground, wish), on: "behind", ground, front, people: peopleNear(read.things) };
  }
  // A whole network is asked; where the words leave no choice of place it need not be.
  const isChosen = read.neighbour === undefined && (read.carrier === undefined || cut.isCutBelow) && isAsidePossible(wish);
  const outstanding = isChosen ? middleOf((yield* part(lookForWhatStandsOut(yield* lookAt(ground)), 0.7, 1)).plane) : 0.5;
  return { ...layOut(read, cut, ground, wish, outstanding), ground, people: peopleNear(read.things), unfound: read.unfound };
}

function peopleIn({ things }: Ground, who: NamedBox): readonly [NamedBox, ...NamedBox[]] {
  return [who, ...things.filter((box) => box.kind === personKind && box !== who)];
}

/** Whoever fills a picture is stood beside, named or not: nobody is put over a face. */
function largest(things: readonly NamedBox[]): NamedBox | undefined {
  return things.toSorted((a, b) => areaOf(b) - areaOf(a))[0];
}

/** Across, as a share of the width; what stands out more counts for more. */
function middleOf({ width, data }: Plane): number {
  let [sum, total] = [0, 1e-6];
  data.forEach((value, i) => {
    sum += (value ** 2 * ((i % width) + 0.5)) / width;
    total += value ** 2;
  });
  return total < 1e-3 ? 0.5 : sum / total;
}

/** Without what is hidden. */
function behind(alpha: Plane, front: Plane, box: Box): Plane {
  const data = alpha.data.map((value, i) => {
    const [x, y] = [box.x + (i % box.width), box.y + Math.floor(i / box.width)];
    const isWithin = x >= 0 && x < front.width && y >= 0 && y < front.height;
    return isWithin ? value * (1 - (front.data[y * front.width + x] as number)) : value;
  });
  return { ...alpha, data };
}

interface Layer {
  readonly layer: Raster;
  readonly opacity: Plane;
}

/** Laid out over the ground; what stands over its sides is left. */
function layOver(lit: Raster, alpha: Plane, box: Box, { width, height }: Raster): Layer {
  const layer = newRaster(width, height, 3);
  const opacity = newPlane(width, height);
  const step = lit.channels === 1 ? 0 : 1;
  for (let y = Math.max(0, -box.y); y < Math.min(box.height, height - box.y); y++)
    for (let x = Math.max(0, -box.x); x < Math.min(box.width, width - box.x); x++) {
      const [from, to] = [y * box.width + x, (box.y + y) * width + box.x + x];
      opacity.data[to] = alpha.data[from] as number;
      for (let c = 0; c < 3; c++) layer.data[to * 3 + c] = lit.data[from * lit.channels + c * step] as number;
    }
  return { layer, opacity };
}
