/** Paints a scene from back to front. */
import type { Rgb } from "#lib/pixels/colour.ts";
import { fractalNoise } from "#lib/pixels/noise.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import type { Work } from "#lib/pixels/work.ts";
import { type Canvas, develop, mix, newCanvas, type Painting, repaint } from "./canvas.ts";
import { paintAbstract } from "./paint-abstract.ts";
import { paintCake, paintTable } from "./paint-cake.ts";
import { paintCity, paintDunes, paintFlowers, paintForest, paintHills, paintMountains } from "./paint-ground.ts";
import { paintSky, paintStars } from "./paint-sky.ts";
import { paintText } from "./paint-text.ts";
import { paintThings } from "./paint-things.ts";
import { paintWater } from "./paint-water.ts";
import { paintWeather } from "./paint-weather.ts";
import { type Light, lightFor } from "./palettes.ts";
import type { Scene, Setting } from "./scene.ts";

const horizons: Readonly<Record<Setting, number>> = {
  sea: 0.56,
  lake: 0.58,
  mountains: 0.66,
  forest: 0.5,
  desert: 0.55,
  city: 0.74,
  meadow: 0.52,
  snow: 0.58,
  sky: 1,
  space: 1,
  table: 0.66,
};

export function* paintScene(scene: Scene, width: number, height: number): Work<Raster> {
  const canvas = newCanvas(width, height);
  const light = lightFor(scene);
  const horizon = height * (scene.setting === undefined ? 1 : horizons[scene.setting]);
  const layers = layersOf(canvas, scene, light, horizon);
  for (const [n, layer] of layers.entries()) {
    for (const _ of layer) yield (n + 0.5) / (layers.length + 1);
  }
  return develop(canvas, scene.seed);
}

function layersOf(canvas: Canvas, scene: Scene, light: Light, horizon: number): readonly Painting[] {
  const layers: Painting[] = [];
  if (scene.setting === undefined) layers.push(paintAbstract(canvas, scene));
  else if (scene.setting === "table") layers.push(paintTable(canvas, scene));
  else if (scene.setting === "space") layers.push(paintSpace(canvas, scene));
  else layers.push(paintSky(canvas, scene, light, horizon), ...groundOf(canvas, scene, light, horizon));
  if (scene.things.includes("cake")) layers.push(paintCake(canvas, scene));
  layers.push(paintThings(canvas, scene, light, horizon), paintWeather(canvas, scene, light, horizon));
  const { text } = scene;
  if (text !== undefined && !scene.things.includes("cake")) {
    const area = { centreX: canvas.width / 2, centreY: canvas.height * 0.4, width: canvas.width * 0.78, height: canvas.height * 0.3 };
    layers.push(paintText(canvas, text, area, [255, 250, 240], { shadow: [10, 12, 24] }));
  }
  layers.push(darkenCorners(canvas));
  return layers;
}

function groundOf(canvas: Canvas, scene: Scene, light: Light, horizon: number): readonly Painting[] {
  const mountains = paintMountains(canvas, scene, light, horizon);
  const behind = scene.hasMountains ? [mountains] : [];
  switch (scene.setting) {
    case "sea":
    case "lake":
      return [...(scene.hasMountains || scene.setting === "lake" ? [mountains] : []), paintWater(canvas, scene, light, horizon)];
    case "mountains":
      return [mountains, paintHills(canvas, scene, light, horizon + canvas.unit * 0.12, [58, 84, 58], 3)];
    case "forest":
      return [...behind, paintForest(canvas, scene, light, horizon)];
    case "desert":
      return [...behind, paintDunes(canvas, scene, light, horizon)];
    case "city":
      return [...behind, paintCity(canvas, scene, light, horizon)];
    case "snow":
      return [mountains, paintHills(canvas, scene, light, horizon, [226, 234, 244])];
    case "meadow":
      return [...behind, paintHills(canvas, scene, light, horizon, [98, 142, 62]), paintFlowers(canvas, scene, light, horizon)];
    default:
      return [];
  }
}

function* paintSpace(canvas: Canvas, scene: Scene): Painting {
  const [cold, warm]: readonly [Rgb, Rgb] = [scene.palette[0] ?? [70, 60, 170], scene.palette[1] ?? [220, 90, 130]];
  yield* repaint(canvas, 0, canvas.height, (x, y) => {
    const [u, v] = [(x / canvas.unit) * 2, (y / canvas.unit) * 2];
    const bend = fractalNoise(u, v, scene.seed, 3);
    const cloud = fractalNoise(u + bend * 1.6, v - bend, scene.seed + 3, 6);
    const lane = Math.exp(-((((x - y) / canvas.unit - 0.1 + (bend - 0.5) * 0.8) / 0.45) ** 2));
    const glow = Math.max(0, cloud - 0.36) * 2.6 * (0.3 + lane);
    return mix([5, 6, 18], mix(cold, warm, (bend - 0.3) * 2.2), Math.min(0.9, glow));
  });
  yield* paintStars(canvas, scene.seed, canvas.height * 1.4, 2);
}

function* darkenCorners(canvas: Canvas): Painting {
  yield* repaint(canvas, 0, canvas.height, (x, y, old) => {
    const far = Math.hypot((2 * x) / canvas.width - 1, (2 * y) / canvas.height - 1);
    return mix(old, [0, 0, 0], 0.3 * Math.max(0, far - 0.6) ** 1.6);
  });
}
