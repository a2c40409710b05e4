/** The light of the hours, in several palettes each; the seed chooses. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createRandom } from "#lib/pixels/random.ts";
import type { Hour, Scene } from "../scene.ts";
import { between, hex, luma, type Radiance, radianceOf } from "./radiance.ts";
import { goldenPeaks, neonNight, overcastDay, type Palette, palettes, rosyPeaks } from "./sky-palettes.ts";

export interface Daylight {
  readonly zenith: Radiance;
  readonly middle: Radiance;
  readonly horizon: Radiance;
  /** Around the sun, and what the haze turns to in its direction. */
  readonly glow: Radiance;
  /** What the sun (or the moon) gives to things. */
  readonly sun: Radiance;
  /** What the sky gives to things. */
  readonly ambient: Radiance;
  readonly haze: Radiance;
  /** Kilometres after which two thirds of the sight is haze. */
  readonly hazeReach: number;
  readonly cloudLit: Radiance;
  readonly cloudShade: Radiance;
  /** Where the sun comes from: right, up, away from the eye. */
  readonly towardsSun: readonly [number, number, number];
  /** Where what gives form comes from: never from right behind what is looked at, or all of it would lie in shade. */
  readonly key: readonly [number, number, number];
  readonly isSunSeen: boolean;
  /** Where the sun is down for the valley already: it reaches what stands higher than this, in kilometres. */
  readonly sunlitFrom?: number;
  readonly stars: number;
}

const hazeReaches: Readonly<Record<Hour, number>> = { day: 26, golden: 17, sunset: 15, dusk: 16, night: 20, storm: 9 };

export function daylightFor(scene: Scene): Daylight {
  const random = createRandom(scene.seed + 3);
  const isOnPeaks = scene.traits.includes("alpenglow");
  const own = palettesFor(scene);
  const palette = own[Math.floor(random() * own.length)] ?? (own[0] as Palette);
  const isSunSeen =
    (scene.things.includes("sun") && !isClosed(scene)) ||
    (scene.traits.includes("silhouette") && (scene.hour === "sunset" || scene.hour === "golden")) ||
    (scene.hour === "sunset" && random() < (isOnPeaks ? 0 : scene.setting === "desert" ? 1 : 0.8)) ||
    (scene.hour === "golden" && scene.setting !== "desert" && random() < 0.15);
  const chance = random();
  // The brighter side is the one that is kept free.
  const side = scene.room === undefined ? (chance < 0.5 ? -1 : 1) : scene.room === "left" ? -1 : 1;
  const tint = (code: string, share: number): Radiance => {
    const [first] = scene.skyColours;
    const plain = scene.traits.includes("pastel") ? between(hex(code), hex("fff4ee"), 0.34) : hex(code);
    if (first === undefined) return plain;
    // A night that is to be pale is as bright as the colour that was said.
    const said = radianceOf(first);
    if (isPale(scene)) return between(hex(code), dimmed(said, 0.62), share + 0.35);
    return between(hex(code), asBright(said, hex(code)), share);
  };
  // Among trees in mist there is no blue to be seen.
  const veil = scene.setting === "forest" && scene.weather.includes("mist") && scene.hour !== "night" ? 1 : 0;
  const second = scene.skyColours[1] ?? scene.skyColours[0];
  const horizon = hex(palette.horizon);
  const towardsSun = normalise(isSunSeen ? seenSun(scene.hour, side, random()) : unseenSun(scene, side, random()));
  return {
    zenith: between(tint(palette.zenith, 0.4), hex("b9c4c9"), 0.7 * veil * dayShare(scene.hour)),
    middle: between(tint(palette.middle, 0.6), hex("cfd6d8"), 0.75 * veil * dayShare(scene.hour)),
    horizon: second === undefined ? horizon : between(horizon, radianceOf(second), 0.55),
    glow: hex(palette.glow),
    sun: hex(...palette.sun),
    ambient: hex(...palette.ambient),
    // Mist is paler than the dust of a clear day.
    haze:
      scene.weather.includes("mist") && scene.hour !== "night"
        ? between(tint(palette.haze, 0.35), hex("d9dee2"), 0.5)
        : tint(palette.haze, 0.35),
    hazeReach:
      hazeReaches[scene.hour] *
      (scene.weather.includes("mist") ? (scene.setting === "forest" ? (scene.traits.includes("bamboo") ? 0.3 : 0.12) : 0.28) : 1),
    cloudLit: tint(palette.clouds[0], 0.3),
    cloudShade: tint(palette.clouds[1], 0.5),
    towardsSun,
    // Ripples and crests of sand show in light that grazes them.
    key: isSunSeen ? normalise([Math.sign(towardsSun[0]) * 0.8, scene.setting === "desert" ? 0.24 : 0.36, 0.42]) : towardsSun,
    isSunSeen,
    ...(isOnPeaks ? { sunlitFrom: 0.5 } : {}),
    stars: isPale(scene) ? 0.3 : scene.hour === "night" ? 1 : scene.hour === "dusk" ? 0.25 : 0,
  };
}

/** Mist is white by day and of the colour of the hour at its ends. */
function dayShare(hour: Hour): number {
  return hour === "day" ? 1 : hour === "golden" ? 0.6 : 0.2;
}

function isPale({ hour, skyColours: [first] }: Scene): boolean {
  return hour === "night" && first !== undefined && luma(radianceOf(first)) > 0.4;
}

function palettesFor(scene: Scene): readonly Palette[] {
  if (scene.traits.includes("neon")) return [neonNight];
  if (scene.traits.includes("golden peaks")) return [goldenPeaks];
  if (scene.traits.includes("alpenglow")) return [goldenPeaks, rosyPeaks];
  return isClosed(scene) ? overcastDay : palettes[scene.hour];
}

/** A named colour half-way to the brightness of the one it tints, so that clouds stand out from their sky whatever its colour. */
function asBright(named: Radiance, beside: Radiance): Radiance {
  const share = Math.max(0.25, Math.min(4, Math.sqrt((luma(beside) + 0.004) / (luma(named) + 0.004))));
  return { r: named.r * share, g: named.g * share, b: named.b * share };
}

/** By day, rain and a grey sky belong together. */
export function isClosed({ hour, weather }: Scene): boolean {
  return (
    hour === "day" && !weather.includes("rainbow") && (["overcast", "rain", "snowfall"] as const).some((each) => weather.includes(each))
  );
}

function seenSun(hour: Hour, side: number, chance: number): [number, number, number] {
  const isLow = hour === "golden" || hour === "sunset" || hour === "dusk";
  return [side * (0.06 + 0.2 * chance), isLow ? 0.05 + 0.05 * chance : 0.28, 1];
}

/** From the side, so that every form has a bright and a dark flank; a low sun shines along the land. */
function unseenSun({ hour, setting, traits }: Scene, side: number, chance: number): [number, number, number] {
  // The last of it comes over one's shoulder, level with the peaks.
  if (traits.includes("alpenglow")) return [side * 0.8, 0.22, -0.5 - 0.2 * chance];
  if (hour === "golden" || hour === "sunset" || hour === "dusk") return [side, 0.3 + 0.1 * chance, 0.15 - 0.5 * chance];
  // Sand and snow have no form but what the light gives them.
  if (setting === "desert" || setting === "snow") return [side, 0.36 + 0.12 * chance, 0.2 - 0.4 * chance];
  return [side, 0.75 + 0.3 * chance, -0.25 - 0.3 * chance];
}

function normalise([x, y, z]: readonly [number, number, number]): readonly [number, number, number] {
  const length = lengthOf(x, y, z);
  return [x / length, y / length, z / length];
}

/** Where the sun is down already, the sky alone gives light. */
export function inTheValley(light: Daylight): Daylight {
  return light.sunlitFrom === undefined ? light : { ...light, sun: dimmed(light.sun, 0.12) };
}

/** What stands against the light has next to none of its own; the air before it is as bright as ever. */
export function againstTheLight(light: Daylight): Daylight {
  return { ...light, sun: dimmed(light.sun, 0.1), ambient: dimmed(light.ambient, 0.12) };
}

function dimmed({ r, g, b }: Radiance, by: number): Radiance {
  return { r: r * by, g: g * by, b: b * by };
}
