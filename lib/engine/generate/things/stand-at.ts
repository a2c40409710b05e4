/** Where on the land, on the water or in the air a thing is set, and how large it looks there. */
import type { Place } from "../find-place.ts";
import type { Land } from "../lands/ground.ts";
import { headlandSide } from "../lands/headland.ts";
import { riverHalf, riverOf } from "../lands/hills.ts";
import { type Camera, columnOf, rowOf } from "../light/camera.ts";
import type { Canvas } from "../light/canvas.ts";
import type { Scene, ThingName } from "../scene.ts";
import { isOutline } from "../words/setting-of.ts";
import { onShore } from "./on-shore.ts";
import type { Stand } from "./spot.ts";

export interface At {
  readonly lane: number;
  /** Undefined for what may choose its place in its lane. */
  readonly across: number | undefined;
  /** How small it looks: how far away it is. */
  readonly shrink: number;
  readonly isAlone: boolean;
  /** Before which it is to be seen. */
  readonly sun: { readonly x: number; readonly y: number } | undefined;
  /** How far down on the picture it may stand on a shore, as a share of its height. */
  readonly lowest: number;
  /** On the way over the land, far enough off to be small in it. */
  readonly isWalking: boolean;
}

const afloat: readonly ThingName[] = ["boat", "lighthouse"];

export function hover(canvas: Canvas, { camera }: Place, { lane, across, shrink, isAlone, sun }: At, random: () => number): Stand {
  // A little to its side, so that neither hides the other.
  if (sun !== undefined)
    return { x: sun.x + canvas.unit * 0.05, y: sun.y - canvas.unit * 0.04, size: canvas.unit * 0.33, haze: 0, on: "air" };
  const far = shrink < 1 && across !== undefined ? shrink * 0.76 : shrink;
  const x = canvas.width * (across ?? lane + 0.18 * (random() - 0.5));
  const isFirst = across === undefined || isAlone;
  const y = Math.min(camera.horizon, canvas.height * 0.8) * (isFirst ? 0.42 + 0.1 * random() : 0.28 + 0.4 * random());
  return { x, y, size: canvas.unit * 0.33 * far, haze: 0.08 + 0.35 * (1 - far), on: "air" };
}

const sizes: Readonly<Partial<Record<ThingName, number>>> = {
  person: 0.3,
  camel: 0.17,
  deer: 0.2,
  lighthouse: 0.3,
  tent: 0.1,
  campfire: 0.07,
  turbine: 0.2,
  windmill: 0.24,
  "bare tree": 0.34,
};

/** How tall a thing is beside a tree, which gives its place on the land once its size on the picture is chosen. */
export function standAt(
  canvas: Canvas,
  place: Place,
  name: ThingName,
  { lane, across, shrink, isAlone, sun, lowest, isWalking }: At,
  random: () => number,
): Stand {
  const size = canvas.unit * shrink * (isWalking && name === "person" ? (place.ledge === undefined ? 0.1 : 0.17) : (sizes[name] ?? 0.26));
  const off = isAlone ? 0.13 * (random() < 0.5 ? -1 : 1) : 0;
  const free = canvas.width * (across ?? lane + off + 0.1 * (random() - 0.5));
  const x = sun === undefined ? free : Math.max(0.12 * canvas.width, Math.min(0.88 * canvas.width, sun.x));
  const { camera } = place;
  const land = place.ledge ?? place.lands[0];
  // In a wood, on its way, some steps ahead.
  if (land === undefined && isWalking) {
    const z = 0.016 / shrink;
    return {
      x: camera.centre + 0.3 * (x - camera.centre),
      y: rowOf(camera, 0, z),
      size: (camera.focal * 0.0017) / z,
      haze: 0.12,
      on: "ground",
    };
  }
  if (place.water !== undefined && (afloat.includes(name) || land === undefined)) {
    const below = canvas.height - camera.horizon;
    return {
      x,
      y: camera.horizon + below * (across === undefined ? 0.3 : 0.06 + 0.3 * shrink),
      size,
      haze: 0.06 + 0.3 * (1 - shrink),
      on: "water",
    };
  }
  if (place.water !== undefined && land !== undefined) return onShore(canvas, camera, land, { x, size: size * 0.8, lowest });
  // In a forest it stands in the clearing at one's feet, or it would hang in the crowns of those before it.
  const nearest = Math.min(...place.groves.filter(({ on }) => on === land).map(({ grove }) => grove.from));
  const slant = (x - camera.centre) / camera.focal;
  const z =
    nearest < (isWalking ? 1 : 0.3)
      ? Math.min(0.75 / shrink, nearest * 0.9)
      : land !== undefined && isOutline(name)
        ? crestOf(land, camera, slant)
        : 0.75 / shrink;
  const y = land === undefined ? canvas.height * 0.8 : rowOf(camera, land.height(slant * z, z, 6), z);
  return { x: columnOf(camera, slant * z, z), y: Math.min(canvas.height * 0.93, y), size, haze: 0.04 + 0.25 * (1 - shrink), on: "ground" };
}

/** Where the near land ends against the sky, or an outline would be dark before what is dark. */
function crestOf(land: Land, camera: Camera, slant: number): number {
  let [crest, top] = [0.4, Number.POSITIVE_INFINITY];
  for (let z = 0.4; z < 1.1; z *= 1.03) {
    const row = rowOf(camera, land.height(slant * z, z, 6), z);
    if (row < top - 0.5) [crest, top] = [z, row];
  }
  return crest;
}

/** What stands leaves the side free that words will take. */
export function besideRoom(stand: Stand, { room }: Scene, width: number): Stand {
  if (room === undefined) return stand;
  const share = 0.46 * Math.max(0, Math.min(1, stand.x / width));
  return { ...stand, x: width * (room === "left" ? 0.5 + share : 0.04 + share) };
}

/** On the brow of a headland, where ships see it. */
export function atThePoint(canvas: Canvas, scene: Scene, { camera, lands: [land] }: Place): Stand {
  const slant = headlandSide(scene) * 0.26;
  const z = land === undefined ? 1 : crestOf(land, camera, slant);
  const y = rowOf(camera, land?.height(slant * z, z, 3) ?? 0, z);
  return { x: columnOf(camera, slant * z, z), y: y + canvas.unit * 0.008, size: canvas.unit * 0.25, haze: 0.05, on: "ground" };
}

/** Over a river where it is seen from bank to bank, over a lake from edge to edge. */
export function spanOver(canvas: Canvas, scene: Scene, { camera, water }: Place): Stand {
  const river = riverOf(scene);
  if (river === undefined || water === undefined)
    return { x: canvas.width * 0.5, y: camera.horizon + canvas.height * 0.035, size: canvas.width * 0.46, haze: 0.3, on: "water" };
  const z = 0.85;
  const size = (camera.focal * riverHalf(z) * 1.6) / z;
  return { x: columnOf(camera, river(z), z), y: rowOf(camera, 0, z), size, haze: 0.12, on: "water" };
}
