/** The light of the hours, in several palettes each; the seed chooses. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createRandom } from "#lib/pixels/random.ts";
import { between, hex, type Radiance, radianceOf } from "./radiance.ts";
import type { Hour, Scene } from "./scene.ts";

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
  readonly isSunSeen: boolean;
  readonly stars: number;
}

interface Palette {
  readonly zenith: string;
  readonly middle: string;
  readonly horizon: string;
  readonly glow: string;
  readonly sun: readonly [string, number];
  readonly ambient: readonly [string, number];
  readonly haze: string;
  readonly clouds: readonly [lit: string, shade: string];
}

const palettes: Readonly<Record<Hour, readonly Palette[]>> = {
  day: [
    {
      zenith: "1d5fae",
      middle: "4f95d4",
      horizon: "c4dfee",
      glow: "fff4d8",
      sun: ["fff1d6", 2.5],
      ambient: ["8fb8e6", 0.62],
      haze: "a9cbe3",
      clouds: ["ffffff", "8fa7c4"],
    },
    {
      zenith: "24699f",
      middle: "63abc9",
      horizon: "d8ebe6",
      glow: "fff6e0",
      sun: ["ffeec8", 2.5],
      ambient: ["9cc4da", 0.62],
      haze: "b4d3d9",
      clouds: ["fffdf6", "93acb8"],
    },
  ],
  golden: [
    {
      zenith: "3f6f9e",
      middle: "9db7bd",
      horizon: "f9d7a0",
      glow: "ffc877",
      sun: ["ffb45e", 2.9],
      ambient: ["7f93b8", 0.55],
      haze: "e8bd92",
      clouds: ["ffe3b5", "9c8a98"],
    },
    {
      zenith: "4a6796",
      middle: "b0a8b4",
      horizon: "ffcf9a",
      glow: "ffbb6a",
      sun: ["ffa552", 3],
      ambient: ["8489b4", 0.55],
      haze: "e2ae90",
      clouds: ["ffdcb0", "98819a"],
    },
  ],
  sunset: [
    {
      zenith: "2b3467",
      middle: "a6597f",
      horizon: "ff9a56",
      glow: "ffb04e",
      sun: ["ff8a3c", 2.6],
      ambient: ["6d6aa0", 0.5],
      haze: "c9716a",
      clouds: ["ffa066", "553d68"],
    },
    {
      zenith: "24405f",
      middle: "7f6f86",
      horizon: "ffb877",
      glow: "ffd07a",
      sun: ["ff9c4a", 2.6],
      ambient: ["64749c", 0.5],
      haze: "cc8c76",
      clouds: ["ffb583", "4c4a68"],
    },
    {
      zenith: "3a2a60",
      middle: "c4567c",
      horizon: "ffa97a",
      glow: "ffc08a",
      sun: ["ff8358", 2.6],
      ambient: ["7a629c", 0.5],
      haze: "cf6f7e",
      clouds: ["ff9a8a", "5c3a6a"],
    },
  ],
  dusk: [
    {
      zenith: "15244f",
      middle: "47558c",
      horizon: "e3a08e",
      glow: "f2b48c",
      sun: ["c18fa8", 0.7],
      ambient: ["5c6ca8", 0.6],
      haze: "7a76a0",
      clouds: ["c48aa0", "2f3a66"],
    },
    {
      zenith: "10304f",
      middle: "3f6c8c",
      horizon: "e8b79a",
      glow: "f4c79c",
      sun: ["b79aa0", 0.7],
      ambient: ["5a7ea8", 0.6],
      haze: "6f87a0",
      clouds: ["c99a96", "2a4462"],
    },
  ],
  night: [
    {
      zenith: "040814",
      middle: "0b1836",
      horizon: "223a66",
      glow: "5d7cb4",
      sun: ["a9c0ec", 0.3],
      ambient: ["33486f", 0.5],
      haze: "1d3259",
      clouds: ["34486f", "0c1630"],
    },
    {
      zenith: "05070f",
      middle: "0f1a38",
      horizon: "2c3c66",
      glow: "6b7fb0",
      sun: ["b6c4ea", 0.3],
      ambient: ["3a4670", 0.5],
      haze: "232f56",
      clouds: ["3a4670", "10152c"],
    },
  ],
  storm: [
    {
      zenith: "1e252f",
      middle: "414c57",
      horizon: "8f9a9c",
      glow: "b9bfb6",
      sun: ["c8ccc4", 0.5],
      ambient: ["7f8c98", 0.75],
      haze: "7d898e",
      clouds: ["8b959b", "20272f"],
    },
    {
      zenith: "232530",
      middle: "4a4c57",
      horizon: "a39c92",
      glow: "c9bda4",
      sun: ["cfc4b0", 0.5],
      ambient: ["85868f", 0.75],
      haze: "86837f",
      clouds: ["97928c", "23242c"],
    },
  ],
};

const neonNight: Palette = {
  zenith: "0b0720",
  middle: "2a1150",
  horizon: "8a2a72",
  glow: "ff5fb0",
  sun: ["b58aff", 0.4],
  ambient: ["3f4a8c", 0.55],
  haze: "3d1c66",
  clouds: ["7a3a8c", "140a2c"],
};

const hazeReaches: Readonly<Record<Hour, number>> = { day: 26, golden: 17, sunset: 15, dusk: 16, night: 20, storm: 9 };

export function daylightFor(scene: Scene): Daylight {
  const random = createRandom(scene.seed + 3);
  const own = palettes[scene.hour];
  const palette = scene.traits.includes("neon") ? neonNight : (own[Math.floor(random() * own.length)] ?? (own[0] as Palette));
  const isSunSeen =
    scene.things.includes("sun") ||
    (scene.hour === "sunset" && random() < 0.8) ||
    (scene.hour === "golden" && scene.setting !== "desert" && random() < 0.15);
  const side = random() < 0.5 ? -1 : 1;
  const tint = (code: string, share: number): Radiance => {
    const [first] = scene.skyColours;
    return first === undefined ? hex(code) : between(hex(code), radianceOf(first), share);
  };
  const second = scene.skyColours[1] ?? scene.skyColours[0];
  const horizon = hex(palette.horizon);
  return {
    zenith: tint(palette.zenith, 0.4),
    middle: tint(palette.middle, 0.6),
    horizon: second === undefined ? horizon : between(horizon, radianceOf(second), 0.55),
    glow: hex(palette.glow),
    sun: hex(...palette.sun),
    ambient: hex(...palette.ambient),
    // Mist is paler than the dust of a clear day.
    haze:
      scene.weather.includes("mist") && scene.hour !== "night"
        ? between(tint(palette.haze, 0.35), hex("d9dee2"), 0.5)
        : tint(palette.haze, 0.35),
    hazeReach: hazeReaches[scene.hour] * (scene.weather.includes("mist") ? (scene.setting === "forest" ? 0.12 : 0.28) : 1),
    cloudLit: hex(palette.clouds[0]),
    cloudShade: hex(palette.clouds[1]),
    towardsSun: normalise(isSunSeen ? seenSun(scene.hour, side, random()) : unseenSun(scene.hour, side, random())),
    isSunSeen,
    stars: scene.hour === "night" ? 1 : scene.hour === "dusk" ? 0.25 : 0,
  };
}

function seenSun(hour: Hour, side: number, chance: number): [number, number, number] {
  const isLow = hour === "golden" || hour === "sunset" || hour === "dusk";
  return [side * (0.06 + 0.2 * chance), isLow ? 0.05 + 0.05 * chance : 0.28, 1];
}

/** From the side, so that every form has a bright and a dark flank; a low sun shines along the land. */
function unseenSun(hour: Hour, side: number, chance: number): [number, number, number] {
  if (hour === "golden" || hour === "sunset" || hour === "dusk") return [side, 0.3 + 0.1 * chance, 0.15 - 0.5 * chance];
  return [side, 0.75 + 0.3 * chance, -0.25 - 0.3 * chance];
}

function normalise([x, y, z]: readonly [number, number, number]): readonly [number, number, number] {
  const length = lengthOf(x, y, z);
  return [x / length, y / length, z / length];
}
