/** Which planets are seen: among the stars, or from the ground of another world. */
import { createRandom, type Random } from "#lib/pixels/random.ts";
import type { Film } from "../light/film.ts";
import { between, hex, radianceOf } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import type { Planet } from "./planet.ts";

const skins: readonly (readonly [string, string, string])[] = [
  ["c98a5a", "f0d6ae", "8a4f38"],
  ["5a86b8", "dfe9f2", "2c4a72"],
  ["b8523a", "e0a070", "6a2a20"],
  ["8f7ac0", "e6d8f0", "4a3a78"],
];

export function planetsOf(film: Film, scene: Scene, random: Random): readonly Planet[] {
  if (!scene.things.includes("planet")) return [];
  const sunSide = random() < 0.5 ? -1 : 1;
  const one = (x: number, y: number, radius: number, named: number): Planet => {
    return {
      x: film.width * x,
      y: film.height * y,
      radius: film.unit * radius,
      colours: coloursOf(scene, random, named),
      isEarth: scene.traits.includes("earth") && named === 0,
      hasRings: scene.traits.includes("rings") && named === 0,
      sunSide,
      seed: scene.seed + 40 + named,
    };
  };
  const isLettered = scene.lettering !== undefined;
  // Off the middle, and off the side that is kept free or that words will take.
  const off = isLettered || scene.room !== undefined ? 0.2 : 0.14;
  const isLeft = scene.room === undefined ? random() < 0.5 : scene.room === "right";
  const side = 0.5 + (isLeft ? -off : off);
  const large = one(side, 0.54, scene.traits.includes("rings") ? 0.22 : 0.29, 0);
  return isLettered || scene.room !== undefined ? [large] : [one(1 - side, 0.24, 0.055, 1), large];
}

/** Great in the sky of a land, where its rings are tilted over the horizon; as many more as were asked for, small and far. */
export function planetsOver(film: Pick<Film, "width" | "unit">, scene: Scene, horizon: number, sunSide: number): readonly Planet[] {
  if (!scene.things.includes("planet")) return [];
  const random = createRandom(scene.seed + 33);
  const hasRings = scene.traits.includes("rings");
  const isRight = scene.room === undefined ? random() < 0.5 : scene.room === "left";
  const count = Math.min(4, scene.counts.planet ?? 1);
  return Array.from({ length: count }, (_, n) => {
    const isLarge = n === 0;
    const aside = isLarge ? 0.13 + 0.08 * random() : -0.12 - 0.11 * n - 0.06 * random();
    const radius = film.unit * (isLarge ? (hasRings ? 0.15 : 0.19) : 0.07 / n);
    return {
      x: film.width * (0.5 + (isRight ? aside : -aside)),
      y: Math.max(radius * 1.35, horizon * (isLarge ? 0.46 : 0.2 + 0.2 * random())),
      radius,
      colours: coloursOf(scene, random, n),
      isEarth: scene.traits.includes("earth") && isLarge,
      hasRings: hasRings && isLarge,
      sunSide,
      seed: scene.seed + 40 + n,
      isInAir: true,
    };
  });
}

function coloursOf(scene: Scene, random: Random, n: number): Planet["colours"] {
  const skin = skins[Math.floor(random() * skins.length)] ?? (skins[0] as readonly [string, string, string]);
  const own = n === 0 ? (scene.colours.planet ?? (scene.setting === "space" ? scene.palette[0] : undefined)) : undefined;
  if (own === undefined) return [hex(skin[0]), hex(skin[1]), hex(skin[2])];
  return [radianceOf(own), between(radianceOf(own), hex("f4e2c8"), 0.45), between(radianceOf(own), hex("1a0d10"), 0.55)];
}
