/** What a picture is of: what stands out in it, and the whole of that. */
import { lookForWhatStandsOut } from "#lib/engine/eye/stands-out.ts";
import type { Side } from "#lib/engine/instructions/place.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import { cellsOf } from "#lib/pixels/segment/colour-model.ts";
import { cutOut } from "#lib/pixels/segment/cut-out.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import type { View } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { shareOf } from "./masks.ts";
import { findSky } from "./natural.ts";
import { keepLargest } from "./pieces.ts";
import { shedGround } from "./shed-ground.ts";
import { limitToSide } from "./sides.ts";
import { growToWhole } from "./whole-thing.ts";

const leastShare = 0.003;

/** All of what stands out, not only its strongest part. */
export function* findWhole(view: View, side: Side | undefined): Work<Plane | undefined> {
  const { isSeen } = yield* part(lookForWhatStandsOut(view), 0, 0.4);
  const strongest = yield* part(findSubject(view, side), 0.4, 0.6);
  if (strongest === undefined || isSeen) return strongest;
  const whole = yield* part(growToWhole(view, strongest), 0.6, 0.8);
  // What was gained has the colours of what lies about: a path behind the hens.
  const isGround = sharedColours(view, whole) > sharedColours(view, strongest) + mostSharedGain;
  const found = isGround ? strongest : whole;
  // What has the colours of its ground is refused by these, and must not look clearer than it is.
  return sharedColours(view, found) > mostToShed ? found : yield* part(shedGround(view, found), 0.8, 1);
}

const mostSharedGain = 0.09;
const mostToShed = 0.38;

/** What stands out, on the named side where one is named. */
export function* findSubject(view: View, side: Side | undefined): Work<Plane | undefined> {
  const { plane, isSeen } = yield* part(lookForWhatStandsOut(view), 0, 0.4);
  const salient = limitToSide(isSeen ? plane : yield* part(withoutClouds(view, plane), 0.4, 0.5), side);
  const cut = yield* part(cutOut(view, salient, isSeen ? { trustColours: 0.3 } : { trustColours: 0.5 }), 0.5, 1);
  const kept = keepLargest(cut, salient, 0.18);
  const share = shareOf(kept);
  return share < leastShare || share > 0.92 ? undefined : kept;
}

/** Clouds stand out as well; but what stands out much before a sky is no cloud. */
function* withoutClouds(view: View, all: Plane): Work<Plane> {
  const sky = yield* findSky(view);
  if (sky === undefined || shareOf(sky) > 0.7) return all;
  return { ...all, data: all.data.map((v, i) => v * (1 - 0.7 * (sky.data[i] as number) * ramp(v, 0.65, 0.35))) };
}

/** Of a piece's colours, how much is seen outside it as well: a fish before coral of its own colours is hardly told from it. */
export function sharedColours({ lab }: View, mask: Plane): number {
  const cell = cellsOf(lab);
  const [inside, outside] = [new Map<number, number>(), new Map<number, number>()];
  let [within, without] = [0, 0];
  for (const [i, share] of mask.data.entries()) {
    const own = share > 0.5;
    const table = own ? inside : outside;
    table.set(cell[i] as number, (table.get(cell[i] as number) ?? 0) + 1);
    if (own) within++;
    else without++;
  }
  let shared = 0;
  for (const [colour, count] of inside) shared += Math.min(count / within, (outside.get(colour) ?? 0) / Math.max(1, without));
  return shared;
}
