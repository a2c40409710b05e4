/** Stands a cut-out in another picture: where the words say, at a sensible size, on the ground, in its light. */
import { lookForWhatStandsOut } from "#lib/engine/eye/stands-out.ts";
import { findSky } from "#lib/engine/regions/natural.ts";
import { blend } from "#lib/pixels/blend.ts";
import { gaussianBlur } from "#lib/pixels/blur.ts";
import { type Box, crop } from "#lib/pixels/crop.ts";
import { cropPlane, newPlane, type Plane } from "#lib/pixels/plane.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { resize } from "#lib/pixels/resample.ts";
import { seatInGradients } from "#lib/pixels/seat.ts";
import { cleanEdges } from "#lib/pixels/segment/clean-edges.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { scalePlane } from "#lib/pixels/segment/refine.ts";
import { lookAt, type View } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import type { Arrangement } from "./arrangement.ts";
import type { CutOut } from "./cut-subject.ts";
import { lightOf, matchLight } from "./match-light.ts";

export function* placeSubject(source: Raster, cut: CutOut, ground: Raster, wish: Arrangement & { kind: "place" }): Work<Raster> {
  const clean = yield* part(cleanEdges(source, cut.mask), 0, 0.2);
  yield 0.2;
  const view = yield* lookAt(ground);
  const target = yield* part(layOut(view, cut, ground, wish), 0.2, 0.35);
  const small = resize(crop(clean, cut.box), target.width, target.height);
  yield 0.35;
  const alpha = scalePlane(cropPlane(cut.mask, cut.box), target.width, target.height);
  const around = (i: number): number => {
    const [x, y] = [(i % ground.width) - target.x - target.width / 2, Math.floor(i / ground.width) - target.y - target.height / 2];
    return Math.exp(-((x / target.width) ** 2) - (y / target.height) ** 2);
  };
  const lit = yield* part(matchLight(small, alpha, lightOf(ground, around)), 0.35, 0.6);
  const layer = newRaster(ground.width, ground.height, 3);
  const opacity = newPlane(ground.width, ground.height);
  for (let y = 0; y < target.height; y++) {
    const row = target.y + y;
    if (row < 0 || row >= ground.height) continue;
    for (let x = 0; x < target.width; x++) {
      const column = target.x + x;
      if (column < 0 || column >= ground.width) continue;
      const to = row * ground.width + column;
      opacity.data[to] = alpha.data[y * target.width + x] as number;
      for (let c = 0; c < 3; c++) layer.data[to * 3 + c] = lit.data[(y * target.width + x) * 3 + c] as number;
    }
  }
  yield 0.6;
  const shaded =
    cut.isCutBelow || wish.isAloft ? ground : blend(ground, newRaster(ground.width, ground.height, 3), contactShadow(opacity, target));
  yield 0.65;
  const seated = yield* part(seatInGradients(layer, shaded, opacity), 0.65, 0.95);
  return blend(shaded, seated, opacity);
}

/** Where the cut-out's box goes; it may stand over the frame's lower edge, as it did in its own picture. */
function* layOut(view: View, cut: CutOut, ground: Raster, wish: Arrangement & { kind: "place" }): Work<Box> {
  const { width, height } = ground;
  const shape = cut.box.width / cut.box.height;
  const tall = wish.isAloft ? 0.24 * wish.size : (wish.isPerson ? 0.62 : 0.46) * (cut.isCutBelow ? 1.15 : 1) * wish.size;
  const widest = (wish.side === "middle" || wish.side === "front" ? 0.8 : 0.5) * Math.max(1, wish.size) * width;
  let h = Math.min(0.94 * height, tall * height);
  if (h * shape > widest) h = widest / shape;
  const w = h * shape;
  const sky = yield* findSky(view);
  const horizon = sky === undefined ? 0.55 : Math.min(0.8, lowestShare(sky));
  // Nearer things stand lower; a small one stands farther back.
  const foot = Math.min(0.97, Math.max(horizon + 0.08, 0.9 + 0.08 * (wish.size - 1)));
  const y = wish.isAloft ? Math.max(0.06 * height, 0.42 * horizon * height - h / 2) : cut.isCutBelow ? height - h : foot * height - h;
  const centre = yield* centreFor(view, wish, w / width);
  return {
    x: Math.round(centre * width - w / 2),
    y: Math.round(y),
    width: Math.max(1, Math.round(w)),
    height: Math.max(1, Math.round(h)),
  };
}

/** As a share of the width. "Next to" is beside what stands out there, where there is more room. */
function* centreFor(view: View, wish: Arrangement & { kind: "place" }, share: number): Work<number> {
  if (wish.side === "middle") return 0.5;
  const { plane: salient } = yield* lookForWhatStandsOut(view);
  let [left, right, sum, total] = [0, 0, 0, 1e-6];
  for (let i = 0; i < salient.data.length; i++) {
    const x = ((i % view.width) + 0.5) / view.width;
    const weight = (salient.data[i] as number) ** 2;
    sum += weight * x;
    total += weight;
    if (x < 0.42) left += weight;
    if (x > 0.58) right += weight;
  }
  if (wish.side === "front") return Math.min(1 - share / 2, Math.max(share / 2, sum / total));
  const isLeft = wish.side === "left" || (wish.side === "next" && left < right);
  const aside = Math.max(share / 2 + 0.02, 0.24);
  return isLeft ? aside : 1 - aside;
}

function lowestShare({ width, height, data }: Plane): number {
  for (let y = height - 1; y >= 0; y--) {
    let covered = 0;
    for (let x = 0; x < width; x++) covered += data[y * width + x] as number;
    if (covered > width * 0.25) return (y + 1) / height;
  }
  return 0.5;
}

/** Dark where it touches the ground, softer and wider farther out. */
function contactShadow(opacity: Plane, target: Box): Plane {
  const { width, height } = opacity;
  const foot = target.y + target.height;
  const feet = newPlane(width, height);
  const reach = Math.max(2, Math.round(target.height * 0.05));
  const flat = Math.max(2, target.height * 0.022);
  for (let x = Math.max(0, target.x); x < Math.min(width, target.x + target.width); x++) {
    let deep = 0;
    for (let y = Math.max(0, foot - reach * 2); y < Math.min(height, foot); y++)
      deep = Math.max(deep, (opacity.data[y * width + x] as number) * ramp(y, foot - reach * 2, foot));
    if (deep === 0) continue;
    for (let y = Math.max(0, Math.floor(foot - flat * 1.5)); y < Math.min(height, foot + flat); y++)
      feet.data[y * width + x] = deep * Math.max(0, 1 - ((y - foot + flat * 0.3) / (flat * 1.4)) ** 2);
  }
  const near = gaussianBlur(feet, Math.max(1, target.height * 0.012));
  const far = gaussianBlur(feet, Math.max(2, target.height * 0.05));
  return { width, height, data: near.data.map((value, i) => Math.min(0.72, 0.55 * value + 0.9 * (far.data[i] as number))) };
}
