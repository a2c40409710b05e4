/** The sky: a gradient, the sun and its glow, the moon, stars, and clouds lit from the sun's side. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom, hashPoint } from "#lib/pixels/random.ts";
import type { Camera } from "../light/camera.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { type Daylight, isClosed } from "../light/hours.ts";
import { add, luma, type Radiance, radianceOf, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import { isCloudSea } from "../words/setting-of.ts";
import { paintHeaps } from "./heaped-clouds.ts";
import { paintPlanet } from "./planet.ts";
import { planetsOver } from "./planets.ts";

export function* paintSky(film: Film, scene: Scene, light: Daylight, camera: Camera, to: number): Painting {
  const { zenith, middle, horizon, glow } = light;
  const reach = Math.max(camera.horizon, film.unit * 0.5);
  const [sunX, sunY] = sunOn(light, camera);
  const disc = film.unit * 0.021;
  const isMoonlit = scene.hour === "night";
  const wall = festiveWall(scene);
  yield* expose(film, 0, to, (x, y, out) => {
    if (wall !== undefined) {
      // Brightest about its middle, as silk under a lamp.
      set(
        out,
        wall,
        0.42 + 0.75 * Math.exp(-3 * lengthOf((x - 0.5 * film.width) / film.width, (y - 0.42 * film.height) / film.height) ** 2),
      );
      return;
    }
    const rise = (camera.horizon - y) / reach;
    set(out, horizon);
    towards(out, middle, ramp(-0.02, 0.5, rise));
    towards(out, zenith, ramp(0.3, 1.05, rise));
    if (isMoonlit) return;
    const distance = lengthOf(x - sunX, (y - sunY) * 1.15) / film.unit;
    towards(out, glow, 0.75 * Math.exp(-distance * 3.2) * (light.isSunSeen ? 1 : 0.6));
    if (!light.isSunSeen) return;
    add(out, glow, 0.9 * Math.exp(-distance * 14));
    add(out, glow, 5 * ramp(disc * 1.12, disc * 0.9, distance * film.unit));
  });
  if (light.stars > 0 && wall === undefined) yield* paintStars(film, scene, light.stars, camera.horizon);
  for (const planet of planetsOver(film, scene, camera.horizon, Math.sign(light.towardsSun[0]) || 1)) yield* paintPlanet(film, planet);
  if (hasMoon(scene)) yield* paintMoon(film, scene, camera);
  yield* paintClouds(film, scene, light, camera, to);
  if (hasHeaps(scene)) yield* paintHeaps(film, scene, light, camera.horizon);
}

/** The red or gold behind the moon of a festival is no sky, unless it is to have stars; a deep blue one is. */
function festiveWall({ traits, skyColours: [said], things, setting }: Scene): Radiance | undefined {
  const isWall = traits.includes("harvest moon") && setting === "sky" && !things.includes("stars");
  if (said === undefined || !isWall) return undefined;
  const wall = radianceOf(said);
  return wall.b > wall.r * 1.1 && luma(wall) < 0.25 ? undefined : wall;
}

/** Those that are asked for, and where a sky of clouds by day is all there is. */
function hasHeaps({ traits, setting, weather, hour }: Scene): boolean {
  if (weather.includes("overcast") || weather.includes("rain")) return false;
  return traits.includes("cumulus") || (setting === "sky" && weather.includes("clouds") && (hour === "day" || hour === "golden"));
}

/** Where the sun, or what stands for it, falls on the film; an unseen one is beside it. */
export function sunOn({ towardsSun: [x, y, z], isSunSeen }: Daylight, camera: Camera): readonly [number, number] {
  if (isSunSeen) return [camera.centre + (camera.focal * x) / z, camera.horizon - (camera.focal * y) / z];
  return [camera.centre + Math.sign(x) * camera.focal * 1.1, camera.horizon - camera.focal * y * 0.6];
}

function* paintStars(film: Film, scene: Scene, strength: number, horizon: number): Painting {
  const noise = createNoiseField(scene.seed + 5);
  const lean = scene.seed % 2 === 0 ? 0.9 : -0.9;
  const hasBand = isStarry(scene);
  if (hasBand) {
    yield* expose(film, 0, horizon, (x, y, out) => {
      const [u, v] = [(x - film.width / 2) / film.unit, (y - film.height * 0.35) / film.unit];
      const wander = 0.16 * (noise.fractal(u * 1.6 + 9, v * 1.6, 3) - 0.5);
      const across = (u * Math.cos(lean) + v * Math.sin(lean)) / 1 + wander;
      const band = Math.exp(-((across / 0.2) ** 2));
      const core = Math.exp(-((across / 0.1) ** 2));
      const cloud = noise.fractal(u * 5 + 3, v * 5, 6);
      const dust = ramp(0.5, 0.72, noise.fractal(u * 3.4 + 40, v * 3.4 + 7, 6) + 0.12 * core);
      const shine = 1.8 * band * (0.25 + 1.1 * cloud * cloud) * (1 - 0.85 * dust * core);
      out.r += shine * (0.1 + 0.13 * core);
      out.g += shine * (0.1 + 0.08 * core);
      out.b += shine * (0.17 + 0.06 * core);
    });
  }
  const random = createRandom(scene.seed + 19);
  // Over a town only the brightest are seen.
  const density = scene.setting === "city" ? 260 : 3400;
  const count = Math.round(((film.width * horizon) / film.unit ** 2) * density);
  for (let n = 0; n < count; n++) {
    if (n % 200 === 0) yield;
    const [x, y] = [random() * film.width, random() ** 1.15 * horizon];
    const bright = random() ** 14;
    const warm = random();
    const fade = Math.min(1, (horizon - y) / (film.unit * 0.25));
    dot(film, x, y, film.unit * (0.0004 + 0.0009 * bright), strength * fade * (0.1 + 1.9 * bright), warm);
  }
  if (!hasBand) return;
  for (let n = 0; n < count * 2; n++) {
    if (n % 200 === 0) yield;
    const along = (random() - 0.5) * 2.4;
    const across = (random() + random() + random() - 1.5) * 0.22;
    const x = film.width / 2 + (across * Math.cos(lean) - along * Math.sin(lean)) * film.unit;
    const y = film.height * 0.35 + (across * Math.sin(lean) + along * Math.cos(lean)) * film.unit;
    if (y < horizon) dot(film, x, y, film.unit * 0.0004, 0.3 * strength * random(), random());
  }
}

/** A point of light, spread as a lens would. */
export function dot(film: Film, x: number, y: number, radius: number, strength: number, warmth: number): void {
  const reach = Math.ceil(radius * 2.5) + 1;
  const sigma = Math.max(0.45, radius);
  for (let py = Math.max(0, Math.floor(y - reach)); py <= Math.min(film.height - 1, y + reach); py++) {
    for (let px = Math.max(0, Math.floor(x - reach)); px <= Math.min(film.width - 1, x + reach); px++) {
      const share = strength * Math.exp(-((px - x) ** 2 + (py - y) ** 2) / (2 * sigma * sigma));
      const at = (py * film.width + px) * 3;
      film.data[at] = (film.data[at] as number) + share * (0.75 + 0.3 * warmth);
      film.data[at + 1] = (film.data[at + 1] as number) + share * 0.88;
      film.data[at + 2] = (film.data[at + 2] as number) + share * (1.1 - 0.35 * warmth);
    }
  }
}

/** Away from towns a sky that is asked for its stars shows the band of them, and no moon outshines it. */
function isStarry({ traits, things, setting }: Pick<Scene, "traits" | "things" | "setting">): boolean {
  return traits.includes("milky way") || (things.includes("stars") && !things.includes("moon") && setting !== "city");
}

export function hasMoon({ things, hour, traits, weather, setting }: Scene): boolean {
  if (weather.includes("rain") && !things.includes("moon")) return false;
  return (
    things.includes("moon") ||
    (hour === "night" &&
      !things.includes("planet") &&
      !isStarry({ things, traits, setting }) &&
      !(["milky way", "fireworks", "moonless"] as const).some((each) => traits.includes(each)))
  );
}

/** Its middle and its radius on a film of that size. */
export function moonOn(scene: Scene, camera: Camera, width: number, unit: number): { x: number; y: number; radius: number } {
  const isHarvest = scene.traits.includes("harvest moon");
  const radius = unit * (isHarvest ? 0.15 : scene.traits.includes("great moon") ? 0.16 : scene.things.includes("moon") ? 0.062 : 0.03);
  // Over clouds stand peaks, which it is to be clear of.
  const share = isCloudSea(scene) ? 0.2 : isHarvest || scene.traits.includes("great moon") ? 0.42 : 0.3;
  const chance = hashPoint(1, 2, scene.seed);
  const x = width * (scene.room === undefined ? 0.24 + 0.52 * chance : scene.room === "left" ? 0.58 + 0.24 * chance : 0.18 + 0.24 * chance);
  return { x, y: Math.max(radius * 1.5, camera.horizon * share), radius };
}

export function* paintMoon(film: Film, scene: Scene, camera: Camera): Painting {
  const noise = createNoiseField(scene.seed + 8);
  const isHarvest = scene.traits.includes("harvest moon") && !scene.traits.includes("pale moon");
  const { x: cx, y: cy, radius } = moonOn(scene, camera, film.width, film.unit);
  const phase = scene.traits.includes("crescent") ? 0.62 : 0;
  yield* expose(film, 0, camera.horizon, (x, y, out) => {
    const [u, v] = [(x - cx) / radius, (y - cy) / radius];
    const distance = lengthOf(u, v);
    const halo = 0.16 * Math.exp(-distance * 0.45) + 0.3 * Math.exp(-distance * 1.7);
    out.r += halo * (isHarvest ? 0.95 : 0.5);
    out.g += halo * 0.62;
    out.b += halo * (isHarvest ? 0.34 : 0.9);
    const disc = ramp(1.02, 0.98, distance) * (phase === 0 ? 1 : ramp(0.99, 1.05, lengthOf(u + phase, v - 0.12)));
    if (disc === 0) return;
    const seas = 0.8 * ramp(0.36, 0.68, noise.fractal(u * 1.3 + 4, v * 1.3, 5)) + 0.3 * (noise.fractal(u * 3.1 + 9, v * 3.1, 4) - 0.4);
    const craters = 0.2 * (noise.fractal(u * 6, v * 6, 4) - 0.5);
    const bright =
      (isHarvest ? 1.35 - 0.34 * seas + craters : 1.05 - 0.42 * seas + craters) *
      (0.72 + 0.28 * Math.sqrt(Math.max(0, 1 - distance * distance)));
    towards(out, { r: bright, g: bright * (isHarvest ? 0.86 : 0.97), b: bright * (isHarvest ? 0.56 : 0.88) }, disc);
  });
}

const covers: Readonly<Record<Scene["hour"], number>> = { day: 0.44, golden: 0.46, sunset: 0.5, dusk: 0.44, night: 0.3, storm: 0.85 };

function* paintClouds(film: Film, scene: Scene, light: Daylight, camera: Camera, to: number): Painting {
  if (
    scene.weather.includes("clear") ||
    hasHeaps(scene) ||
    // Those that are looked down on are enough, and leave the moon its light.
    (isCloudSea(scene) && hasMoon(scene)) ||
    (scene.hour === "night" && !scene.weather.includes("clouds") && !scene.weather.includes("overcast"))
  )
    return;
  const noise = createNoiseField(scene.seed + 12);
  const cover =
    scene.setting === "sky" && scene.weather.includes("clouds")
      ? 0.74
      : isClosed(scene) || scene.weather.includes("overcast")
        ? 0.96
        : scene.weather.includes("clouds")
          ? Math.max(0.62, covers[scene.hour] + 0.12)
          : covers[scene.hour];
  const [sunX, sunY] = sunOn(light, camera);
  const offset = (scene.seed % 97) * 1.7;
  // Heaps as seen through a plane that recedes to the horizon: small and flat there, large overhead.
  const density = (u: number, v: number, octaves: number): number => {
    const warp = 0.55 * (noise.fractal(u * 0.7 + 3, v * 0.7 + offset, 2) - 0.5);
    return (
      0.62 * noise.fractal(u + warp + offset, v + warp, octaves) + 0.38 * (1 - noise.billow(u * 1.1 + offset, v * 1.1 + 7, octaves - 1))
    );
  };
  const threshold = 0.83 - 0.44 * cover;
  const veil: Radiance = { r: 0, g: 0, b: 0 };
  yield* expose(film, 0, Math.min(to, camera.horizon), (x, y, out) => {
    const rise = (camera.horizon - y) / camera.focal + 0.035;
    const v = 0.62 / rise;
    const u = (((x - camera.centre) / camera.focal) * 0.75) / rise;
    const near = ramp(0.035, 0.14, rise);
    // Far from any cloud its fine edges need not be known.
    const rough = density(u, v, 3);
    const here = rough < threshold - 0.14 ? rough : density(u, v, 7);
    const body = ramp(threshold, threshold + 0.16, here);
    const wisps = ramp(0.5, 0.85, noise.fractal(u * 0.35 + 60, v * 1.3, 5)) * 0.3 * (scene.hour === "storm" ? 0 : 1);
    if (body === 0 && wisps === 0) return;
    const [dx, dy] = [(sunX - x) / film.unit, (sunY - y) / film.unit];
    const far = lengthOf(dx, dy) + 1e-6;
    // Towards the sun on the cloud plane; higher up on the film is nearer, thus a smaller v.
    const stepU = (dx / far) * 0.16;
    const stepV = (dy / far) * 0.22;
    const inShade = density(u + stepU, v + stepV, 5) + 0.6 * density(u + 2.4 * stepU, v + 2.4 * stepV, 4);
    const shade = ramp(threshold * 1.6 - 0.12, threshold * 1.6 + 0.42, inShade);
    const lining = Math.exp(-far * 3.4) * (1 - body) * 1.2;
    set(veil, light.cloudLit, 1 + lining);
    towards(veil, light.cloudShade, 0.92 * shade + 0.25 * ramp(threshold + 0.1, threshold + 0.32, here));
    towards(veil, light.horizon, 0.75 * (1 - near));
    towards(out, light.cloudLit, wisps * near);
    towards(out, veil, body * (0.35 + 0.65 * near) * 0.97);
  });
}
