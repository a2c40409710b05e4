/** A wood of broad leaves, of pines or of bamboo from within: trunks one behind the other, the light that comes through leaves, spots of sun on the ground. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom, type Random } from "#lib/pixels/random.ts";
import type { Camera } from "../light/camera.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { type Daylight, isClosed } from "../light/hours.ts";
import { add, between, dim, hex, type Radiance, radianceOf, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import { standFiles, wayThrough } from "./avenue.ts";
import { eyeHeight, growLeaves, growTrunk, type Wood, type WoodKind } from "./woods-trees.ts";

/** From far to near. */
const rows = [62, 45, 33, 24, 17, 12] as const;

export function* paintWoods(film: Film, scene: Scene, light: Daylight, camera: Camera): Painting {
  const random = createRandom(scene.seed + 701);
  const wood = newWood(film, scene, light, camera);
  yield* layAir(wood, scene.hour === "night");
  yield* (wood.isWinter ? laySnow : layFloor)(wood, scene);
  const way = wayThrough(scene);
  // Bamboo is planted in no files.
  const isAvenue = scene.traits.includes("avenue") && wood.kind !== "bamboo";
  for (const [n, z] of rows.entries()) {
    yield* standRow(wood, scene, random, z);
    if (way !== undefined && isAvenue) yield* standFiles(wood, way, random, z, rows[n + 1] ?? 5.5);
    if (n === 2) yield* throwRays(wood, scene, 0.5);
  }
  yield* throwRays(wood, scene, 0.5);
  if (!isAvenue) yield* frame(wood, scene, random);
}

const summer = ["5f8f2e", "86ad42", "477a2a", "a9c458", "3d6a2c"];
const fallen = ["d8a63e", "c9722a", "b04a20", "e3bd55", "8f7a2c"];
const ginkgo = ["e9b62c", "f3cf52", "d39a1e", "f7df80", "b98a20"];
const petals = ["f4c3d0", "e7a0b6", "d98fa8", "fae2e8", "c98aa0"];
const needles = ["3f5f34", "5f7d40", "2a4430", "8a9c52", "22382a"];
const bladed = ["7fa03e", "5c8a2c", "a5c452", "b4cc60", "3f6c2a"];
/** Twigs without leaves, and the frost on them. */
const rime = ["c9d3df", "e6ecf3", "8d949f", "f4f7fb", "6f6c70"];

function newWood(film: Film, scene: Scene, light: Daylight, camera: Camera): Wood {
  const own = scene.palette[0];
  const isWinter = scene.hasSnow && scene.season !== "autumn";
  const kind = kindOf(scene);
  const ofKind = { broad: summer, birch: summer, conifer: needles, bamboo: bladed } as const;
  const inSeason = { autumn: scene.traits.includes("ginkgo") ? ginkgo : fallen, blossom: petals } as const;
  const codes = isWinter ? rime : scene.season !== undefined && kind !== "bamboo" ? inSeason[scene.season] : ofKind[kind];
  const leaves = codes.map((code) => (own === undefined ? hex(code) : between(hex(code), radianceOf(own), 0.5)));
  const isMisty = scene.weather.includes("mist");
  // At night it is the sky's blue that comes through, not the green of leaves.
  const fromLeaves = scene.hour === "night" ? 0.12 : isMisty ? 0.25 : 0.72;
  const bright = scene.hour === "night" ? 0.6 : scene.hour === "dusk" ? 0.5 : 1;
  const open = isWinter
    ? between(light.horizon, hex("eef2f8"), 0.6)
    : between(
        between(light.horizon, light.haze, 0.5),
        between(leaves[3] as Radiance, hex("ffe9a8"), isClosed(scene) ? 0.14 : 0.42),
        fromLeaves,
      );
  dim(open, bright);
  const side = Math.sign(light.towardsSun[0]) || 1;
  return {
    film,
    camera,
    light,
    noise: createNoiseField(scene.seed + 702),
    leaves,
    kind,
    isWinter,
    air: open,
    airReach: isMisty ? 17 : 46,
    sun: { x: film.width * (0.5 + (scene.traits.includes("avenue") ? 0.05 : 0.2) * side), y: film.height * 0.2 },
  };
}

function kindOf({ traits, season }: Scene): WoodKind {
  if (traits.includes("bamboo")) return "bamboo";
  if (traits.includes("birches")) return "birch";
  return traits.includes("conifers") && season === undefined ? "conifer" : "broad";
}

/** Far leaves are a glimmer with holes in it, brightest towards the sun. */
function* layAir({ film, camera, noise, air, leaves, sun, isWinter }: Wood, isNight: boolean): Painting {
  const dark = isWinter ? between(air, hex("6d7688"), 0.6) : between(leaves[2] as Radiance, hex("0c140a"), isNight ? 0.8 : 0.35);
  yield* expose(film, 0, camera.horizon + 2, (x, y, out) => {
    const [u, v] = [x / film.unit, y / film.unit];
    const up = (camera.horizon - y) / film.unit;
    const near = Math.exp(-lengthOf(x - sun.x, y - sun.y) / (film.unit * 0.42));
    set(out, air);
    const crowd = ramp(0.34, 0.66, noise.fractal(u * 9, v * 11, 5) + 0.3 * ramp(0.05, 0.5, up) - 0.28 * near);
    towards(out, dark, crowd * (0.25 + 0.5 * ramp(0.02, 0.4, up)));
    add(out, air, (isWinter ? 0.25 : 0.9) * near);
  });
}

/** Snow in soft drifts, and the long shadows of what stands beside it. */
function* laySnow({ film, camera, light, noise, air, airReach }: Wood, scene: Scene): Painting {
  const snow = hex("e9eff8", 0.98);
  const trodden = hex("b9c4d6");
  const way = wayThrough(scene);
  yield* expose(film, camera.horizon, film.height, (px, py, out) => {
    const z = (eyeHeight * camera.focal) / Math.max(1, py + 0.5 - camera.horizon);
    const x = ((px + 0.5 - camera.centre) / camera.focal) * z;
    const drift = noise.fractal(x * 0.5, z * 0.42, 4);
    set(out, snow);
    towards(out, trodden, 0.5 * ramp(0.56, 0.36, drift) + 0.12 * (noise.value(x * 9, z * 9) - 0.5));
    if (way !== undefined)
      towards(out, trodden, 0.7 * ramp(way.half + 0.1, way.half - 0.4, Math.abs(x - way.middleAt(z)) + 0.5 * (drift - 0.5)));
    // Trunks out of sight throw bars of shade across it.
    const bar = noise.value((x + z * 0.6) * 0.9 + 0.4 * drift, 3 + z * 0.03);
    const sun = 0.1 + 0.4 * ramp(0.42, 0.6, bar) * ramp(0.3, 0.6, drift);
    out.r *= sun * light.sun.r + 0.62 * light.ambient.r;
    out.g *= sun * light.sun.g + 0.64 * light.ambient.g;
    out.b *= sun * light.sun.b + 0.68 * light.ambient.b;
    towards(out, air, 1 - Math.exp(-z / airReach));
  });
}

/** In shade, in light, and what its leaves tend to: fallen ones, low green, moss among brown needles, the straw of bamboo. */
const floors: Readonly<Record<WoodKind | "autumn" | "ginkgo" | "blossom", readonly [string, string, string]>> = {
  autumn: ["6e4522", "bd7c38", "c8742c"],
  ginkgo: ["8a6420", "dca83a", "e2b43c"],
  blossom: ["4c5a2c", "9aa45a", "e6b4c4"],
  broad: ["39401f", "76863c", "5c7a30"],
  birch: ["39401f", "76863c", "5c7a30"],
  conifer: ["3a3320", "6d7434", "5f7434"],
  bamboo: ["5c5330", "a8935a", "b4a060"],
};

/** Fallen leaves or low green, with spots of sun, and the path. */
function* layFloor(wood: Wood, scene: Scene): Painting {
  const { film, camera, light, noise, air, airReach } = wood;
  const isAutumn = scene.season === "autumn";
  const [low, high, ground] = floors[isAutumn && scene.traits.includes("ginkgo") ? "ginkgo" : (scene.season ?? wood.kind)].map((code) =>
    hex(code),
  ) as [Radiance, Radiance, Radiance];
  const fresh = wood.leaves.map((leaf) => between(leaf, ground, 0.4));
  const earth = hex(isAutumn ? "b08a62" : "a8926c");
  const way = wayThrough(scene);
  yield* expose(film, camera.horizon, film.height, (px, py, out) => {
    const z = (eyeHeight * camera.focal) / Math.max(1, py + 0.5 - camera.horizon);
    const x = ((px + 0.5 - camera.centre) / camera.focal) * z;
    const fine = ramp(0.35, 0.05, z / camera.focal / 0.1);
    set(out, low);
    towards(out, high, 1.7 * (noise.fractal(x * 0.9, z * 0.9, 4) - 0.25));
    const fleck = noise.value(x * 17, z * 15);
    const leaf = fresh[Math.floor(noise.value(x * 6 + 40, z * 6) * 4.99)] as Radiance;
    towards(out, leaf, ramp(0.52, 0.66, fleck) * 0.8 * fine + 0.25 * (1 - fine));
    dim(out, 0.68 + 0.64 * noise.fractal(x * 22, z * 20, 2) * fine + 0.3 * (1 - fine));
    if (way !== undefined) {
      const bend = way.middleAt(z) + 0.18 * (noise.fractal(z * 0.9, 3, 2) - 0.5);
      const on = ramp(way.half + 0.15, way.half - 0.2, Math.abs(x - bend) + 0.4 * (noise.fractal(x * 3, z * 3, 3) - 0.5));
      towards(out, earth, 0.9 * on * (0.7 + 0.3 * noise.fractal(x * 30, z * 26, 2)));
    }
    // What the leaves let through falls in spots, drawn out by the flat view.
    const spot = ramp(0.5, 0.6, noise.fractal(x * 0.62 + 11, z * 0.5, 4)) * (0.45 + 0.55 * noise.value(x * 3, z * 3));
    const [sun, sky] = [0.06 + 0.62 * spot, 0.5];
    out.r *= sun * light.sun.r + sky * light.ambient.r;
    out.g *= sun * light.sun.g + sky * light.ambient.g;
    out.b *= sun * light.sun.b + 0.8 * sky * light.ambient.b;
    towards(out, air, 1 - Math.exp(-z / airReach));
  });
}

function* standRow(wood: Wood, scene: Scene, random: Random, z: number): Painting {
  const { camera, film } = wood;
  const metre = camera.focal / z;
  const half = (film.width / 2 / camera.focal) * z;
  const isBamboo = wood.kind === "bamboo";
  const trees = Math.max(2, Math.round(half * (isBamboo ? 2.3 : wood.kind === "conifer" ? 0.85 : 0.62)));
  const way = wayThrough(scene);
  const isClear = (x: number): boolean =>
    way === undefined || Math.abs(x - way.middleAt(z)) > way.half + (scene.traits.includes("avenue") ? 4.5 : 0.6);
  for (let n = 0; n < trees; n++) {
    const x = ((n + 0.2 + 0.6 * random()) / trees) * 2 * half - half;
    const depth = z * (0.92 + 0.16 * random());
    if (!isClear(x)) continue;
    const girth = isBamboo ? 0.045 + 0.03 * random() : 0.12 + 0.16 * random();
    yield* growTrunk(wood, { x, z: depth, girth, lean: (isBamboo ? 0.09 : 0.05) * (random() - 0.5), luck: random() });
  }
  const clusters = Math.round(half * (wood.isWinter ? 2.6 : isBamboo ? 5.4 : 4.2));
  for (let n = 0; n < clusters; n++) {
    if (n % 4 === 0) yield;
    const x = (random() * 2 - 1) * half * 1.05;
    const isLow = z > 20 && random() < (z > 40 ? 0.5 : 0.24) * (isBamboo ? 0.5 : 1);
    const up = isLow ? 0.2 + 0.9 * random() : (isBamboo ? 5.2 : 3.9) + 7.5 * random() ** 0.9;
    growLeaves(wood, random, { x, up, z: z * (0.94 + 0.12 * random()), reach: isLow ? 0.7 : 1.3 + 0.9 * random(), metre, isLow });
  }
}

/** Trunks that stand nearest leave the middle open, or the side that words will take; boughs hang in from above. */
function* frame(wood: Wood, scene: Scene, random: Random): Painting {
  const { film, camera } = wood;
  const sides = scene.room === "left" ? [0.93, 0.72] : scene.room === "right" ? [0.07, 0.28] : [0.1, 0.9];
  const isBamboo = wood.kind === "bamboo";
  const stems = isBamboo ? sides.flatMap((share) => [share - 0.07, share + 0.01, share + 0.08]) : sides;
  for (const [n, share] of stems.entries()) {
    const z = 5.2 + 2.2 * (isBamboo ? n % 2 : n) + random();
    const x = ((share + 0.06 * (random() - 0.5)) * film.width - camera.centre) / (camera.focal / z);
    const girth = isBamboo ? 0.06 + 0.02 * random() : 0.24 + 0.08 * random();
    yield* growTrunk(wood, { x, z, girth, lean: 0.06 * (random() - 0.5), luck: random() });
  }
  for (let n = 0; n < (wood.isWinter ? 16 : 34); n++) {
    yield;
    const z = 5.5 + 4 * random();
    const half = (film.width / 2 / camera.focal) * z;
    const top = (camera.horizon / camera.focal) * z + eyeHeight;
    const share = random() * 2 - 1;
    const up = top - (0.1 + 0.55 * share * share) * random() * 1.4;
    growLeaves(wood, random, { x: share * half, up, z, reach: 0.45 + 0.3 * random(), metre: camera.focal / z, isLow: false });
  }
}

/** Beams that fan out from the sun between the crowns. */
function* throwRays({ film, noise, sun, air, light }: Wood, scene: Scene, strength: number): Painting {
  const isSeen = scene.hour !== "night" && scene.hour !== "dusk" && !scene.weather.includes("rain") && !scene.weather.includes("overcast");
  if (!isSeen) return;
  if (scene.hasSnow && scene.hour === "day") return;
  const shine = strength * (scene.traits.includes("sunbeams") ? 1.7 : 1);
  const warm = between(air, { r: light.sun.r * 0.6, g: light.sun.g * 0.6, b: light.sun.b * 0.6 }, 0.4);
  yield* expose(film, 0, film.height, (x, y, out) => {
    const [dx, dy] = [x - sun.x, y - sun.y + film.unit * 0.35];
    const turn = Math.atan2(dx, dy);
    const far = lengthOf(dx, dy) / film.unit;
    const beam = ramp(0.48, 0.78, noise.fractal(turn * 9 + 5, far * 0.25, 3));
    const fade = Math.exp(-far * 1.5) * ramp(1.5, 0.5, Math.abs(turn));
    add(out, warm, shine * 0.62 * beam * fade);
  });
}
