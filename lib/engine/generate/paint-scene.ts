/** Paints a scene from back to front. */
import type { Raster } from "#lib/pixels/raster.ts";
import type { Work } from "#lib/pixels/work.ts";
import { findPlace, type Place } from "./find-place.ts";
import type { Land } from "./lands/ground.ts";
import { paintLandscape } from "./landscape.ts";
import { bloom } from "./light/bloom.ts";
import { newCamera } from "./light/camera.ts";
import { type Canvas, develop, newCanvas, type Painting } from "./light/canvas.ts";
import { newFilm, print } from "./light/film.ts";
import { daylightFor } from "./light/hours.ts";
import { lightInSpace, lightOnThings } from "./light/palettes.ts";
import { flatHorizon } from "./manners/flat-scene.ts";
import { hasFlatShore, shoreFrom } from "./manners/flat-shore.ts";
import { paintText } from "./paint-text.ts";
import { markTaken, type Taken } from "./quiet-place.ts";
import type { Scene } from "./scene.ts";
import { paintWeather } from "./skies/paint-weather.ts";
import { paintSpace } from "./skies/space.ts";
import { layTable } from "./still-life/arrange.ts";
import { photograph } from "./still-life/trace.ts";
import { isFlat, isSurface, paintSurface } from "./surfaces/paint-surface.ts";
import { paintThings } from "./things/paint-things.ts";

interface Layer {
  readonly painting: Painting;
  /** Its share of the time. */
  readonly weight: number;
}

export function* paintScene(scene: Scene, width: number, height: number): Work<Raster> {
  const canvas = newCanvas(width, height);
  const layers = layersOf(canvas, scene);
  const total = layers.reduce((sum, { weight }) => sum + weight, 0);
  let before = 0;
  for (const { painting, weight } of layers) {
    let steps = 0;
    // How long a layer takes is not known beforehand; its part of the bar fills ever more slowly.
    for (const _ of painting) yield (before + weight * (1 - 1 / (1 + steps++ / 150))) / total;
    before += weight;
  }
  const developing = develop(canvas, scene.seed);
  for (;;) {
    const step = developing.next();
    if (step.done) return step.value;
    yield 0.99;
  }
}

/** Where things stand on the shore of a flat sea. */
const strip: Land = { near: 0.06, far: 0.1, shadowReach: 0, octaves: 3, height: (_x, z) => (z < 0.1 ? 0.003 : -1), paint: () => undefined };

function layersOf(canvas: Canvas, scene: Scene): readonly Layer[] {
  const layers: Layer[] = [];
  const taken: Taken = {};
  // Nobody asks where things are but words that keep off them.
  const marked = (painting: Painting): Painting => (scene.lettering === undefined ? painting : markTaken(canvas, painting, taken));
  if (isSurface(scene)) layers.push({ painting: paintSurface(canvas, scene), weight: 8 });
  else if (scene.setting === "table") layers.push({ painting: paintTable(canvas, scene), weight: 8 });
  else if (scene.setting === "space") {
    const nowhere: Place = { camera: newCamera(canvas.width, canvas.height, 1, 0), lands: [], groves: [], water: undefined };
    layers.push({ painting: paintSpace(canvas, scene), weight: 8 });
    layers.push({ painting: marked(paintThings(canvas, scene, lightInSpace, nowhere)), weight: 1 });
  } else {
    const light = daylightFor(scene);
    const place = findPlace(scene, canvas.width, canvas.height);
    const onThings = lightOnThings(light);
    layers.push({ painting: paintLandscape(canvas, scene, light, place), weight: 8 });
    layers.push({ painting: marked(paintThings(canvas, scene, onThings, place)), weight: 1 });
    layers.push({ painting: paintWeather(canvas, scene, onThings, place.camera.horizon), weight: 1 });
  }
  if (isFlat(scene)) {
    const camera = newCamera(canvas.width, canvas.height, flatHorizon, 0.02);
    const shore = hasFlatShore(scene) ? { lands: [strip], waterEnds: canvas.height * shoreFrom } : { lands: [] };
    const place: Place = { camera, ...shore, groves: [], water: scene.setting === "sea" || scene.setting === "lake" ? 0.1 : undefined };
    const onThings = lightOnThings(daylightFor(scene));
    layers.push({ painting: marked(paintThings(canvas, scene, onThings, place)), weight: 1 });
    layers.push({ painting: paintWeather(canvas, scene, onThings, camera.horizon), weight: 1 });
  }
  const { lettering } = scene;
  // A cake wears its words, and so does a monogram.
  if (lettering !== undefined && !scene.things.includes("cake") && scene.setting !== "monogram") {
    layers.push({ painting: paintText(canvas, scene, lettering, taken), weight: 1 });
  }
  if (!isSurface(scene)) layers.push({ painting: darkenCorners(canvas), weight: 0.5 });
  return layers;
}

function* paintTable(canvas: Canvas, scene: Scene): Painting {
  const film = newFilm(canvas.width, canvas.height);
  yield* photograph(film, yield* layTable(scene, canvas.width, canvas.height));
  yield* bloom(film, 0.5);
  yield* print(film, canvas);
}

function* darkenCorners({ width, height, data }: Canvas): Painting {
  for (let y = 0; y < height; y++) {
    if (y % 32 === 0) yield;
    const v = ((y - height / 2) / height) ** 2;
    for (let x = 0; x < width; x++) {
      const share = 1 - 0.5 * Math.max(0, ((x - width / 2) / width) ** 2 + v - 0.12);
      for (let at = (y * width + x) * 3, end = at + 3; at < end; at++) data[at] = (data[at] as number) * share;
    }
  }
}
