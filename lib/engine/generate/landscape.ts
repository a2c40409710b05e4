/** Puts together what an outdoor scene is made of: the eye, the sky, the lands from far to near, the water. */

import type { Place } from "./find-place.ts";
import { paintCloudSea } from "./lands/cloud-sea.ts";
import { sprayOver } from "./lands/falls.ts";
import { drawLand } from "./lands/ground.ts";
import { isOwnGround } from "./lands/own-ground.ts";
import { paintPier } from "./lands/pier.ts";
import { isUnderCliffs } from "./lands/sea-cliffs.ts";
import { isRough, paintSwell } from "./lands/swell.ts";
import { paintWater } from "./lands/water.ts";
import { bloom } from "./light/bloom.ts";
import type { Camera } from "./light/camera.ts";
import type { Canvas, Painting } from "./light/canvas.ts";
import { expose, type Film, lookUp, newFilm, print } from "./light/film.ts";
import { againstTheLight, type Daylight, inTheValley } from "./light/hours.ts";
import type { Scene } from "./scene.ts";
import { paintSky } from "./skies/sky.ts";
import { paintSkyLights } from "./skies/sky-lights.ts";
import { paintStreet } from "./street/street.ts";
import { paintCity } from "./towns/city.ts";
import { paintTown } from "./towns/town.ts";
import { paintVillage } from "./towns/village.ts";
import { plantGrass } from "./woods/grass.ts";
import { layPads } from "./woods/lily-pads.ts";
import { plantTrees } from "./woods/trees.ts";
import { plantWheat } from "./woods/wheat.ts";
import { plantFlowers } from "./woods/wildflowers.ts";
import { paintWoods } from "./woods/woods.ts";
import { isCloudSea, isStreet, isVillage, isWoods } from "./words/setting-of.ts";

export function* paintLandscape(canvas: Canvas, scene: Scene, light: Daylight, place: Place): Painting {
  const film = newFilm(canvas.width, canvas.height);
  yield* exposeLandscape(film, scene, light, place);
  yield* print(film, canvas);
}

export function* exposeLandscape(film: Film, scene: Scene, light: Daylight, place: Place): Painting {
  yield* paintSky(film, scene, light, place.camera, film.height);
  yield* paintSkyLights(film, scene, place.camera);
  const onLand = scene.traits.includes("silhouette") ? againstTheLight(light) : light;
  if (isWoods(scene)) yield* paintWoods(film, scene, light, place.camera);
  else if (isStreet(scene)) yield* paintStreet(film, scene, light, place.camera);
  else if (isTown(scene)) {
    for (const land of place.lands) yield* drawLand(film, land, place.camera, onLand, { waterLevel: 0 });
    yield* (scene.setting === "city" ? paintCity : paintTown)(film, scene, inTheValley(onLand), place.camera);
    yield* paintWater(film, scene, light, place.camera, { unrest: place.water ?? 0.3, mirror: yield* copyHalf(film, place) });
  } else if (isRough(scene)) {
    // Waves hide the feet of cliffs.
    if (isUnderCliffs(scene)) for (const land of place.lands) yield* drawLand(film, land, place.camera, onLand, { waterLevel: 0 });
    yield* paintSwell(film, scene, light, place.camera);
  } else if (place.water !== undefined) {
    const mirror = yield* paintMirror(film, scene, onLand, place);
    yield* paintWater(film, scene, light, place.camera, { unrest: place.water, mirror });
  }
  if (isOverWater(scene, place)) yield* paintPier(film, scene, inTheValley(onLand), place.camera);
  if (!isTown(scene) && !(isRough(scene) && isUnderCliffs(scene))) yield* drawGround(film, scene, onLand, place);
  yield* bloom(film, scene.hour === "night" || scene.hour === "dusk" ? 1 : 0.6);
}

/** Grass so high that no flower unasked would be seen in it. */
function isGrown({ traits, things }: Scene): boolean {
  return (traits.includes("tall grass") || traits.includes("close")) && !traits.includes("wildflowers") && !things.includes("flower");
}

/** A pier leads out where water lies at one's feet. */
function isOverWater({ traits, setting }: Scene, { water }: Place): boolean {
  const isLand = (["beach", "headland", "waterfall", "rough sea", "from above", "lily pads", "karst"] as const).some((each) =>
    traits.includes(each),
  );
  return traits.includes("pier") && water !== undefined && !isLand && (setting === "lake" || setting === "sea");
}

function isTown({ setting }: Scene): boolean {
  return setting === "city" || setting === "water town";
}

function* drawGround(film: Film, scene: Scene, light: Daylight, place: Place): Painting {
  const covered = new Float32Array(film.width).fill(film.height);
  const options = place.water === undefined ? {} : { waterLevel: 0 };
  for (const land of place.lands) yield* drawLand(film, land, place.camera, light, { ...options, covered });
  const [nearest] = place.lands;
  if (nearest !== undefined && isVillage(scene)) yield* paintVillage(film, scene, light, place.camera, nearest.height);
  if (isCloudSea(scene)) yield* paintCloudSea(film, scene, light, place.camera);
  if (place.ledge !== undefined) yield* drawLand(film, place.ledge, place.camera, light);
  for (const { on, grove } of place.groves) yield* plantTrees(film, scene, inTheValley(light), place.camera, on, grove);
  if (scene.traits.includes("waterfall") && place.water !== undefined) yield* sprayOver(film, scene, light, place.camera);
  if (scene.traits.includes("lily pads") && place.water !== undefined) yield* layPads(film, scene, light, place.camera);
  if (isOwnGround(scene)) return;
  const isGrassy =
    scene.setting === "meadow" ||
    (scene.traits.includes("headland") && !scene.hasSnow) ||
    (scene.setting === "mountains" && !scene.hasSnow && !isCloudSea(scene));
  if (!isGrassy || nearest === undefined) return;
  const plant = scene.traits.includes("wheat") ? plantWheat : plantGrass;
  if (!scene.traits.includes("rows")) yield* plant(film, scene, inTheValley(light), place.camera, nearest);
  const isFlowering = scene.setting === "meadow" || (scene.traits.includes("headland") && scene.traits.includes("wildflowers"));
  if (isFlowering && scene.season !== "autumn" && !scene.traits.includes("wheat") && !isGrown(scene))
    yield* plantFlowers(film, scene, light, place.camera, nearest);
}

/** The same world at half the size, with the eye on the water: its upper half is what the water shows head down. */
function* paintMirror(film: Film, scene: Scene, light: Daylight, place: Place): Generator<undefined, Film, void> {
  const mirror = yield* copyHalf(film, place);
  const { camera } = place;
  const low: Camera = { ...camera, horizon: camera.horizon / 2, focal: camera.focal / 2, centre: camera.centre / 2, height: 0 };
  // What lies at one's feet is not mirrored: it is on this side of the water.
  for (const land of place.lands) if (land.near > 0.05) yield* drawLand(mirror, land, low, light, { waterLevel: 0 });
  const [shore] = place.lands;
  if (shore !== undefined && isVillage(scene)) yield* paintVillage(mirror, scene, light, low, shore.height);
  for (const { on, grove } of place.groves) yield* plantTrees(mirror, scene, inTheValley(light), low, on, grove);
  return mirror;
}

function* copyHalf(film: Film, { camera }: Place): Generator<undefined, Film, void> {
  const mirror = newFilm(Math.ceil(film.width / 2), Math.ceil(film.height / 2));
  // Below the horizon there is nothing to be mirrored: the lowest row of the world goes on.
  const last = Math.max(0, Math.floor(camera.horizon) - 2);
  yield* expose(mirror, 0, mirror.height, (x, y, out) => lookUp(film, x * 2 + 0.5, Math.min(last, y * 2 + 0.5), out));
  return mirror;
}
