/** Stands a cut-out in another picture: where the words say, at a sensible size, on its ground or its water, in its light. */
import { lookForWhatStandsOut } from "#lib/engine/eye/stands-out.ts";
import { blend } from "#lib/pixels/blend.ts";
import { type Box, crop } from "#lib/pixels/crop.ts";
import { cropPlane, newPlane, type Plane } from "#lib/pixels/plane.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { resizeSlowly } from "#lib/pixels/resample.ts";
import { seatInGradients } from "#lib/pixels/seat.ts";
import { cleanEdges } from "#lib/pixels/segment/clean-edges.ts";
import { scalePlane } from "#lib/pixels/segment/refine.ts";
import { lookAt } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import type { Placing, StandsOn } from "./arrangement.ts";
import { castOnGround, mirrorInWater } from "./cast.ts";
import { softenCuts } from "./cut-sides.ts";
import type { CutOut } from "./cut-subject.ts";
import { readGround } from "./ground.ts";
import { keepsOwnFrame, layInOwnFrame, layOut, type Stand } from "./lay-out.ts";
import { lightFor, matchLight } from "./match-light.ts";

export interface Placed {
  readonly picture: Raster;
  readonly on: StandsOn;
}

export function* placeSubject(source: Raster, cut: CutOut, ground: Raster, wish: Placing): Work<Placed> {
  const clean = yield* part(cleanEdges(source, cut.mask), 0, 0.15);
  const { box, on } = yield* part(findStand(ground, cut, wish), 0.15, 0.4);
  const small = yield* part(resizeSlowly(crop(clean, cut.box), box.width, box.height), 0.4, 0.5);
  const alpha = softenCuts(scalePlane(cropPlane(cut.mask, cut.box), box.width, box.height), cut, box, ground);
  const light = yield* part(lightFor(source, cut, ground, box), 0.5, 0.55);
  const lit = yield* part(matchLight(small, alpha, light), 0.55, 0.65);
  const { layer, opacity } = layOver(lit, alpha, box, ground);
  yield 0.7;
  const under = on === "ground" ? castOnGround(ground, opacity, box) : on === "water" ? mirrorInWater(ground, layer, opacity, box) : ground;
  yield 0.75;
  const seated = yield* part(seatInGradients(layer, under, opacity), 0.75, 0.97);
  return { picture: blend(under, seated, opacity), on };
}

function* findStand(ground: Raster, cut: CutOut, wish: Placing): Work<Stand> {
  if (keepsOwnFrame(wish, cut)) return layInOwnFrame(cut, ground);
  const read = yield* part(readGround(ground, wish.standing), 0, 0.7);
  const { plane } = yield* part(lookForWhatStandsOut(yield* lookAt(ground)), 0.7, 1);
  return layOut(read, cut, ground, wish, middleOf(plane));
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

interface Layer {
  readonly layer: Raster;
  readonly opacity: Plane;
}

/** Laid out over all of the ground's picture; what stands over its sides is left. */
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
