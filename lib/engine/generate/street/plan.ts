/** A street to stand in: two rows of houses, how it bends, where its lamps hang. In metres, from the eye on. */
import { createRandom, type Random } from "#lib/pixels/random.ts";
import { hex, type Radiance } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";

export type StreetKind = "old" | "chinese" | "modern";

export interface StreetHouse {
  readonly from: number;
  readonly to: number;
  /** Of the eave. */
  readonly tall: number;
  /** How steeply the roof rises behind it, and how deep the house is. */
  readonly slope: number;
  readonly depth: number;
  readonly wall: Radiance;
  readonly trim: Radiance;
  readonly seed: number;
}

export interface Street {
  readonly kind: StreetKind;
  /** Half its width. */
  readonly half: number;
  /** How far the roofs hang over. */
  readonly overhang: number;
  /** It turns aside by so much of the distance squared. */
  readonly bend: number;
  readonly eye: { readonly x: number; readonly y: number };
  readonly sides: Readonly<Record<-1 | 1, readonly StreetHouse[]>>;
  readonly lamps: readonly StreetLamp[];
  /** 0 = dry, 1 = it has just rained. */
  readonly wet: number;
  readonly hasSnow: boolean;
}

export interface StreetLamp {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

interface Manner {
  readonly half: number;
  readonly tall: readonly [number, number];
  readonly wide: readonly [number, number];
  readonly slope: number;
  readonly walls: readonly string[];
  readonly trims: readonly string[];
  readonly lampAt: readonly [aside: number, up: number, every: number];
}

const manners: Readonly<Record<StreetKind, Manner>> = {
  old: {
    half: 3.6,
    tall: [6.4, 10.5],
    wide: [5, 9],
    slope: 1.1,
    walls: ["d9b98a", "c98f6a", "e3d3b4", "b9897a", "a8a08c", "cfa45e", "d7c2b0"],
    trims: ["4a6a5a", "6a4a3a", "3f5566", "7a3f36", "5a5248"],
    lampAt: [0.75, 3.3, 8.5],
  },
  chinese: {
    half: 3.1,
    tall: [5, 6.6],
    wide: [5.5, 9],
    slope: 0.62,
    walls: ["d8d2c4", "8a4a34", "cbc3b4", "7a3c2a", "b8aa94"],
    trims: ["5a2a1c", "47261a", "6b3524"],
    lampAt: [0.55, 2.9, 3.1],
  },
  modern: {
    half: 8.5,
    tall: [17, 54],
    wide: [12, 24],
    slope: 0,
    walls: ["565b62", "6a625a", "4a5059", "7a6f64", "3f444c"],
    trims: ["2c3036", "3a3632", "23282f"],
    lampAt: [1.6, 6.2, 17],
  },
};

const whitewashed = ["e6e4de", "d8d6cf", "efede8", "cfccc4"];

const farthest = 240;

export function layStreet(scene: Scene): Street {
  const random = createRandom(scene.seed + 601);
  const kind = kindOf(scene);
  const usual = manners[kind];
  // South of the great river walls are whitewashed.
  const manner = kind === "chinese" && scene.traits.includes("white walls") ? { ...usual, walls: whitewashed } : usual;
  const turn = scene.room === undefined ? (random() < 0.5 ? -1 : 1) : scene.room === "left" ? -1 : 1;
  // It bends out of sight before its houses are too small to be painted.
  const bend = turn * (kind === "modern" ? 0.00045 : 0.0016 + 0.0012 * random());
  return {
    kind,
    half: manner.half,
    overhang: kind === "chinese" ? 0.75 : kind === "old" ? 0.3 : 0,
    bend,
    eye: { x: -turn * manner.half * (0.1 + 0.22 * random()), y: kind === "modern" ? 2.3 : 1.9 },
    sides: { [-1]: rowOf(manner, random), 1: rowOf(manner, random) },
    lamps: lampsOf(manner, bend),
    hasSnow: scene.hasSnow || scene.weather.includes("snowfall"),
    wet:
      scene.weather.includes("rain") || scene.hour === "storm"
        ? 1
        : scene.traits.includes("wet")
          ? 0.85
          : scene.traits.includes("neon")
            ? 0.75
            : 0,
  };
}

function kindOf({ traits, things }: Scene): StreetKind {
  if (traits.includes("old china") || things.includes("lantern")) return "chinese";
  return traits.includes("old town") ? "old" : "modern";
}

function rowOf({ tall, wide, slope, walls, trims }: Manner, random: Random): readonly StreetHouse[] {
  const houses: StreetHouse[] = [];
  let before = "";
  for (let from = -2 - 6 * random(); from < farthest; ) {
    const to = from + wide[0] + (wide[1] - wide[0]) * random();
    const others = walls.filter((wall) => wall !== before);
    before = others[Math.floor(random() * others.length)] as string;
    houses.push({
      from,
      to,
      tall: tall[0] + (tall[1] - tall[0]) * random() ** 1.3,
      slope,
      depth: slope === 0 ? 12 : 3.4 + random(),
      wall: hex(before),
      trim: hex(trims[Math.floor(random() * trims.length)] as string),
      seed: Math.floor(random() * 1e6),
    });
    from = to;
  }
  return houses;
}

function lampsOf({ half, lampAt: [aside, up, every] }: Manner, bend: number): readonly StreetLamp[] {
  return Array.from({ length: Math.floor(110 / every) * 2 }, (_, n) => {
    const side = n % 2 === 0 ? -1 : 1;
    const z = 4.2 + Math.floor(n / 2) * every + (side < 0 ? 0 : every * 0.5);
    return { x: side * (half - aside) + bend * z * z, y: up, z };
  });
}
