/** A street seen by one who stands in it: every line of sight is followed to what it meets, and from wet stones once more. */
import { createNoiseField, type NoiseField } from "#lib/pixels/noise-field.ts";
import { hashPoint } from "#lib/pixels/random.ts";
import type { Camera } from "../light/camera.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import type { Daylight } from "../light/hours.ts";
import { add, between, dim, hex, type Radiance, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import { layGround } from "./ground.ts";
import { hangLamps } from "./lamps.ts";
import { layStreet, type Street, type StreetHouse } from "./plan.ts";
import { look, newSight, type Sight } from "./sight.ts";
import { type Facing, faceWall } from "./walls.ts";

interface Eye {
  readonly street: Street;
  readonly light: Daylight;
  readonly noise: NoiseField;
  readonly focal: number;
  /** How brightly lamps burn: not at all by day. */
  readonly shine: number;
  readonly lamp: Radiance;
  readonly hazeReach: number;
  readonly isNeon: boolean;
}

const warm = hex("ffb25e");
const rooms: readonly Radiance[] = [hex("ffc47a"), hex("ffb060"), hex("ffdca8"), hex("f2e6d0")];
const neons: readonly Radiance[] = [hex("ff3d9a"), hex("35d0ff"), hex("a45cff"), hex("ff8a3d")];

export function* paintStreet(film: Film, scene: Scene, light: Daylight, camera: Camera): Painting {
  const street = layStreet(scene);
  const isDark = scene.hour === "night" || scene.hour === "dusk" || scene.traits.includes("neon");
  const isMisty = scene.weather.includes("mist") || scene.hour === "storm";
  const eye: Eye = {
    street,
    light: alongStreet(light, street),
    noise: createNoiseField(scene.seed + 611),
    focal: camera.focal,
    shine: isDark ? 1 : scene.hour === "sunset" || scene.hour === "storm" ? 0.45 : 0,
    lamp: street.kind === "chinese" ? hex("ff8e50", 0.75) : warm,
    hazeReach: isMisty ? 34 : isDark ? 170 : 330,
    isNeon: scene.traits.includes("neon"),
  };
  const sight = newSight();
  const tone: Radiance = { r: 0, g: 0, b: 0 };
  const sum: Radiance = { r: 0, g: 0, b: 0 };
  const above = new Int32Array(film.width);
  // Fog stands over the roofs as well.
  if (isMisty)
    yield* expose(film, 0, camera.horizon + 2, (_x, y, out) => towards(out, light.haze, 0.35 + 0.6 * ramp(0, 1, y / camera.horizon)));
  for (let y = 0; y < film.height; y++) {
    if (y % 2 === 0) yield;
    let before = 0;
    for (let x = 0; x < film.width; x++) {
      const at = (y * film.width + x) * 3;
      const key = shadeAt(eye, sight, tone, film, camera, x + 0.5, y + 0.5, at);
      if (x > 0 && y > 0 && (key !== before || key !== above[x])) {
        // On an outline a pixel holds some of both.
        set(sum, tone, 0.2);
        for (const [dx, dy] of corners) {
          shadeAt(eye, sight, tone, film, camera, x + dx, y + dy, at);
          add(sum, tone, 0.2);
        }
        set(tone, sum);
      }
      before = key;
      above[x] = key;
      film.data[at] = tone.r;
      film.data[at + 1] = tone.g;
      film.data[at + 2] = tone.b;
    }
  }
  yield* hangLamps(film, scene, street, camera, eye.shine, light);
}

/** A low sun that stands across the street would leave all of it in shade: it shines along it instead. */
function alongStreet(light: Daylight, { bend }: Street): Daylight {
  const [sx, sy] = light.towardsSun;
  if (light.isSunSeen) return light;
  const [x, y, z] = [0.5 * (Math.sign(sx) || 1), Math.max(0.5, sy), bend === 0 ? 0.6 : 0.55];
  const length = Math.sqrt(x * x + y * y + z * z);
  return { ...light, towardsSun: [x / length, y / length, z / length] };
}

const corners = [
  [0.15, 0.35],
  [0.65, 0.15],
  [0.85, 0.65],
  [0.35, 0.85],
] as const;

/** Answers what was met: another answer beside it means an outline. */
function shadeAt(eye: Eye, sight: Sight, out: Radiance, film: Film, camera: Camera, px: number, py: number, at: number): number {
  const right = (px - camera.centre) / eye.focal;
  const up = (camera.horizon - py) / eye.focal;
  look(eye.street, right, up, eye.street.eye.y, sight);
  if (sight.part === "sky") {
    out.r = film.data[at] as number;
    out.g = film.data[at + 1] as number;
    out.b = film.data[at + 2] as number;
    return 0;
  }
  if (sight.part === "ground") {
    shadeGround(eye, sight, out, right, up, px, py);
    return 1;
  }
  const key = 2 + ["wall", "gable", "roof", "eave"].indexOf(sight.part) + 8 * ((sight.house as StreetHouse).seed + 1) * sight.side;
  shadeHouse(eye, sight, out);
  return key;
}

const facing: Facing = { colour: { r: 0, g: 0, b: 0 }, lamp: 0, glass: 0, room: 0 };

function shadeHouse({ street, light, noise, focal, shine, lamp, hazeReach, isNeon }: Eye, sight: Sight, out: Radiance): void {
  const house = sight.house as StreetHouse;
  // A wall that runs away from the eye shows more of itself to a pixel the farther it is.
  const blur = (sight.z * sight.z) / (focal * street.half) + sight.z / focal;
  faceWall(facing, street, sight, noise, blur * 0.5);
  set(out, facing.colour);
  const isRoof = sight.part === "roof";
  const facesSun = isRoof ? 0.7 : sight.part === "gable" ? 0.25 : 1.3 * Math.max(0, -sight.side * light.towardsSun[0]);
  const sun = facesSun * (isRoof ? 1 : sunAt(street, light, sight));
  // The lower in the street, the less of the sky is seen.
  const open = isRoof ? 1 : 0.62 + 0.48 * Math.min(1, sight.y / house.tall) ** 0.8;
  const glow = shine * lampLight(street, sight) * (isRoof ? 0.25 : 1);
  const { ambient } = light;
  // What the sunlit side throws over to the other, and the stones to both, is warmer than the sky.
  const bounce = 0.13 * open;
  out.r *= 0.85 * open * ambient.r + (sun + bounce) * light.sun.r + glow * lamp.r;
  out.g *= 0.85 * open * ambient.g + (sun + bounce) * light.sun.g + glow * lamp.g;
  out.b *= 0.85 * open * ambient.b + (sun + 0.8 * bounce) * light.sun.b + glow * lamp.b;
  if (sight.part === "wall") dim(out, 1 - 0.4 * ramp(0.7, 0.1, house.tall - sight.y));
  add(out, light.middle, facing.glass * open * (shine > 0.5 ? 0.12 : 0.3));
  const isLit = facing.room < (street.kind === "chinese" ? 0.78 : 0.5);
  if (facing.lamp > 0 && shine > 0 && isLit) {
    const many = isNeon && facing.room < 0.16 ? neons : rooms;
    const tone = many[Math.floor(facing.room * 97) % many.length] as Radiance;
    add(out, tone, facing.lamp * shine * (0.3 + 0.7 * hashPoint(Math.floor(facing.room * 1e4), 2, house.seed)));
  }
  towards(out, light.haze, 1 - Math.exp(-sight.z / hazeReach));
}

/** Whether the houses across the street stand in the sun's way. */
function sunAt({ half, sides }: Street, { towardsSun: [sx, sy, sz] }: Daylight, { side, z, y }: Sight): number {
  if (-side * sx <= 0.02) return 0;
  const far = (2 * half) / Math.abs(sx);
  const over = y + far * sy;
  const across = sides[side === 1 ? -1 : 1].find(({ to }) => to > z + far * sz);
  return across === undefined ? 1 : ramp(-0.5, 0.5, over - across.tall - across.slope * Math.min(1.5, across.depth));
}

function lampLight({ lamps, kind }: Street, { x, y, z }: Sight): number {
  let sum = 0;
  const near = kind === "modern" ? 4 : kind === "old" ? 1.6 : 0.8;
  for (const lamp of lamps) {
    const away = lamp.z - z;
    if (away > 14 || away < -14) continue;
    const far = (lamp.x - x) ** 2 + (lamp.y - y) ** 2 + away * away;
    sum += near / (far + near);
  }
  return (kind === "modern" ? 1.6 : 1.9) * sum;
}

const mirrored = newSight();
const mirrorTone: Radiance = { r: 0, g: 0, b: 0 };
const reflection: Radiance = { r: 0, g: 0, b: 0 };
const nothing: Radiance = { r: 0, g: 0, b: 0 };

function shadeGround(eye: Eye, sight: Sight, out: Radiance, right: number, up: number, px: number, py: number): void {
  const { street, light, noise, focal, shine, lamp, hazeReach } = eye;
  const blur = (sight.z * sight.z) / (focal * street.eye.y);
  const wet = layGround(out, street, sight.x, sight.z, noise, blur);
  const glow = shine * lampLight(street, sight);
  const { ambient } = light;
  out.r *= 0.6 * ambient.r + 0.14 * light.sun.r + glow * lamp.r;
  out.g *= 0.6 * ambient.g + 0.14 * light.sun.g + glow * lamp.g;
  out.b *= 0.6 * ambient.b + 0.14 * light.sun.b + glow * lamp.b;
  if (wet > 0) {
    // Wet stone is rough: lights are drawn out towards the eye, and their edges are lost in its grain.
    const rough = 0.05 * (1.2 - wet) + 0.02;
    set(reflection, nothing);
    for (let n = 0; n < 3; n++) {
      const chance = hashPoint(px * 3 + n, py, 71) - 0.5;
      const grain = noise.value(sight.x * 11 + n * 7, sight.z * 7) - 0.5;
      look(street, right + 0.16 * rough * chance, -up + rough * (grain + chance), -street.eye.y, mirrored);
      if (mirrored.part === "sky") set(mirrorTone, between(light.horizon, light.middle, ramp(0, 0.5, -up)));
      else shadeHouse(eye, mirrored, mirrorTone);
      add(reflection, mirrorTone, 1 / 3);
    }
    towards(out, reflection, wet * (0.24 + 0.6 * ramp(0.35, 0.02, -up)));
  }
  towards(out, light.haze, 1 - Math.exp(-sight.z / hazeReach));
}
