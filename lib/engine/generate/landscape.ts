/** Puts together what an outdoor scene is made of: the eye, the sky, the lands from far to near, the water. */

import { bloom } from "./bloom.ts";
import { type Camera, newCamera } from "./camera.ts";
import type { Canvas, Painting } from "./canvas.ts";
import { paintCity } from "./city.ts";
import { expose, type Film, lookUp, newFilm, print } from "./film.ts";
import { plantGrass } from "./grass.ts";
import { drawLand, type Land } from "./ground.ts";
import { hillsOf, pathOf } from "./hills.ts";
import type { Daylight } from "./hours.ts";
import { beachOf, dunesOf, mountainsOf } from "./lands.ts";
import type { Scene, ThingName } from "./scene.ts";
import { paintSky } from "./sky.ts";
import { paintSkyLights } from "./sky-lights.ts";
import { paintTown } from "./town.ts";
import { type Grove, plantTrees } from "./trees.ts";
import { paintWater } from "./water.ts";
import { plantFlowers } from "./wildflowers.ts";

export interface Place {
  readonly camera: Camera;
  /** From near to far. */
  readonly lands: readonly Land[];
  readonly groves: readonly { readonly on: Land; readonly grove: Grove }[];
  /** 0 = a mirror, 1 = an open sea. */
  readonly water: number | undefined;
}

const needsGround: readonly ThingName[] = ["car", "house", "palm", "tree"];

export function findPlace(scene: Scene, width: number, height: number): Place {
  const isTall = height > width * 1.2;
  const eye = (share: number, over: number, land?: Land): Camera => {
    const ground = land === undefined ? 0 : Math.max(...[0.06, 0.12, 0.25, 0.5].map((z) => land.height(0, z, 4)));
    return newCamera(width, height, isTall ? share + 0.04 : share, ground + over);
  };
  const bare = { groves: [], water: undefined };
  switch (scene.setting) {
    case "sea": {
      const beach = beachOf(scene);
      const hasBeach = scene.traits.includes("beach") || scene.things.some((name) => needsGround.includes(name));
      const coast = scene.hasMountains ? [mountainsOf(scene, { from: 7, to: 16, rise: 1.7, floor: -0.12, near: 3 })] : [];
      const unrest = scene.hour === "storm" ? 1 : scene.weather.includes("mist") ? 0.35 : 0.7;
      const camera = newCamera(width, height, isTall ? 0.56 : 0.52, hasBeach ? 0.022 : 0.016);
      return { camera, lands: hasBeach ? [beach, ...coast] : coast, groves: [], water: unrest };
    }
    case "lake": {
      const land = mountainsOf(scene, { from: 1, to: 10, rise: scene.traits.includes("fireworks") ? 0.9 : 2.5, floor: -0.02 });
      const grove: Grove = {
        from: 0.9,
        to: 5,
        count: 2600,
        treeHeight: 0.05,
        kind: "conifer",
        grows: (x, z, h) => h > 0.006 && h < 0.34 && (x * 3.7 + z * 2.9) % 1 > -0.4,
      };
      return { camera: eye(0.54, 0.02), lands: [land], groves: [{ on: land, grove }], water: scene.weather.includes("rain") ? 0.4 : 0.12 };
    }
    case "water town":
      return {
        camera: eye(0.62, 0.012),
        lands: [mountainsOf(scene, { from: 7, to: 16, rise: scene.hasMountains ? 1.7 : 0.7, floor: 0, near: 3 })],
        groves: [],
        water: 0.16,
      };
    case "city":
      return {
        camera: eye(0.68, 0.016),
        lands: scene.hasMountains ? [mountainsOf(scene, { from: 8, to: 20, rise: 2, floor: 0, near: 3 })] : [],
        groves: [],
        water: 0.3,
      };
    case "forest": {
      const land = hillsOf(scene);
      const isJungle = scene.traits.includes("jungle");
      const kind = scene.season === undefined && !isJungle ? "conifer" : "crown";
      const behind = isJungle ? [] : [mountainsOf(scene, { from: 3, to: 12, rise: 2, floor: 0.02, near: 1.3 })];
      return {
        ...bare,
        camera: eye(0.42, 0.09, land),
        lands: [land, ...behind],
        groves: [
          {
            on: land,
            grove: besidePath(scene, { from: 0.2, to: 7, count: 1600, treeHeight: kind === "conifer" ? 0.1 : 0.085, unevenness: 2, kind }),
          },
        ],
      };
    }
    case "desert": {
      const land = dunesOf(scene);
      return {
        ...bare,
        camera: eye(0.44, 0.05, land),
        lands: scene.hasMountains ? [land, mountainsOf(scene, { from: 6, to: 14, rise: 1.6, floor: -0.1, near: 3 })] : [land],
      };
    }
    case "meadow":
    case "snow": {
      const land = hillsOf(scene);
      const far = mountainsOf(scene, { from: 5, to: 14, rise: 2.2, floor: -0.1, near: 3 });
      // Trees that were asked for by their blossom, leaves or lights stand near enough to be looked at.
      const isNear =
        scene.season !== undefined ||
        scene.traits.includes("fairy lights") ||
        (scene.setting === "snow" && scene.things.includes("tree") && scene.counts.tree === undefined);
      const grove: Grove = {
        from: isNear ? 0.34 : 1.1,
        to: 8,
        count: isNear ? 420 : 260,
        treeHeight: isNear ? 0.085 : 0.07,
        kind: scene.setting === "snow" && scene.season === undefined ? "conifer" : "crown",
        grows: (x, z) => Math.sin(x * 2.1 + scene.seed) + Math.sin(z * 1.7) > (isNear ? 0.1 : 0.6),
      };
      return {
        ...bare,
        camera: eye(0.5, 0.05, land),
        lands: scene.hasMountains || scene.setting === "snow" ? [land, far] : [land],
        groves: [{ on: land, grove: besidePath(scene, grove) }],
      };
    }
    case "mountains": {
      const land = mountainsOf(scene, { from: 0.8, to: 9, rise: 2.9, floor: 0.02 });
      const grove: Grove = {
        from: 0.5,
        to: 5,
        count: 1800,
        treeHeight: 0.045,
        kind: "conifer",
        grows: (x, z, h) => h < 0.7 && Math.sin(x * 3 + scene.seed) + Math.sin(z * 2.3) > -0.2,
      };
      return { ...bare, camera: eye(0.5, 0.1, land), lands: [land], groves: [{ on: land, grove }] };
    }
    default:
      return { ...bare, camera: eye(1.02, 0.1), lands: [] };
  }
}

/** No tree on the path, and those beside it leave its view open. */
function besidePath(scene: Scene, grove: Grove): Grove {
  const path = pathOf(scene);
  if (path === undefined) return grove;
  const isFree = (x: number, z: number): boolean => [-0.05, -0.02, 0.02, 0.05].every((aside) => path(x + aside, z) === 0);
  return { ...grove, from: Math.min(grove.from, 0.24), grows: (x, z, h) => isFree(x, z) && grove.grows?.(x, z, h) !== false };
}

export function* paintLandscape(canvas: Canvas, scene: Scene, light: Daylight, place: Place): Painting {
  const film = newFilm(canvas.width, canvas.height);
  yield* exposeLandscape(film, scene, light, place);
  yield* print(film, canvas);
}

export function* exposeLandscape(film: Film, scene: Scene, light: Daylight, place: Place): Painting {
  yield* paintSky(film, scene, light, place.camera, film.height);
  yield* paintSkyLights(film, scene, place.camera);
  if (isTown(scene)) {
    for (const land of place.lands) yield* drawLand(film, land, place.camera, light, { waterLevel: 0 });
    yield* (scene.setting === "city" ? paintCity : paintTown)(film, scene, light, place.camera);
    yield* paintWater(film, scene, light, place.camera, { unrest: place.water ?? 0.3, mirror: yield* copyHalf(film, place) });
  } else if (place.water !== undefined) {
    const mirror = yield* paintMirror(film, scene, light, place);
    yield* paintWater(film, scene, light, place.camera, { unrest: place.water, mirror });
  }
  if (!isTown(scene)) yield* drawGround(film, scene, light, place);
  yield* bloom(film, scene.hour === "night" || scene.hour === "dusk" ? 1 : 0.6);
}

function isTown({ setting }: Scene): boolean {
  return setting === "city" || setting === "water town";
}

function* drawGround(film: Film, scene: Scene, light: Daylight, place: Place): Painting {
  const covered = new Float32Array(film.width).fill(film.height);
  const options = place.water === undefined ? {} : { waterLevel: 0 };
  for (const land of place.lands) yield* drawLand(film, land, place.camera, light, { ...options, covered });
  for (const { on, grove } of place.groves) yield* plantTrees(film, scene, light, place.camera, on, grove);
  const [nearest] = place.lands;
  if (scene.setting !== "meadow" || nearest === undefined) return;
  if (!scene.traits.includes("rows")) yield* plantGrass(film, scene, light, place.camera, nearest);
  if (scene.season !== "autumn") yield* plantFlowers(film, scene, light, place.camera, nearest);
}

/** The same world at half the size, with the eye on the water: its upper half is what the water shows head down. */
function* paintMirror(film: Film, scene: Scene, light: Daylight, place: Place): Generator<undefined, Film, void> {
  const mirror = yield* copyHalf(film, place);
  const { camera } = place;
  const low: Camera = { ...camera, horizon: camera.horizon / 2, focal: camera.focal / 2, centre: camera.centre / 2, height: 0 };
  // What lies at one's feet is not mirrored: it is on this side of the water.
  for (const land of place.lands) if (land.near > 0.05) yield* drawLand(mirror, land, low, light, { waterLevel: 0 });
  for (const { on, grove } of place.groves) yield* plantTrees(mirror, scene, light, low, on, grove);
  return mirror;
}

function* copyHalf(film: Film, { camera }: Place): Generator<undefined, Film, void> {
  const mirror = newFilm(Math.ceil(film.width / 2), Math.ceil(film.height / 2));
  // Below the horizon there is nothing to be mirrored: the lowest row of the world goes on.
  const last = Math.max(0, Math.floor(camera.horizon) - 2);
  yield* expose(mirror, 0, mirror.height, (x, y, out) => lookUp(film, x * 2 + 0.5, Math.min(last, y * 2 + 0.5), out));
  return mirror;
}
