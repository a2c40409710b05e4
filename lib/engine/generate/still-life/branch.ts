/** Branches cut for a vase: they bow outwards, with narrow leaves along them, or with blossom on bare wood. */
import { lengthOf } from "#lib/pixels/length.ts";
import type { NoiseField } from "#lib/pixels/noise-field.ts";
import type { Random } from "#lib/pixels/random.ts";
import { between, dim, hex, type Radiance, ramp, set, towards } from "../light/radiance.ts";
import type { Form } from "./solid.ts";

export interface Cutting {
  readonly count: number;
  /** Where they leave the vase. */
  readonly neck: number;
  /** Undefined: in leaf. */
  readonly blossom: Radiance | undefined;
  readonly leaf: Radiance;
}

type Spot = readonly [x: number, y: number, z: number];

interface Twig {
  readonly lean: number;
  readonly bow: number;
  readonly depth: number;
  readonly tall: number;
}

interface Leaf {
  readonly at: Spot;
  /** Where it points, and across it. */
  readonly along: Spot;
  readonly across: Spot;
  readonly long: number;
  readonly shade: number;
}

/** On each branch, on itself and on the shoots it sends out. */
const perTwig = 26;

export function branches(noise: NoiseField, random: Random, { count, neck, blossom, leaf }: Cutting): Form {
  const side = random() < 0.5 ? 1 : -1;
  const twigs = Array.from({ length: count }, (_, n): Twig => {
    const turn = (n % 2 === 0 ? side : -side) * (n === 0 ? 1 : 0.7);
    return {
      lean: turn * (0.3 + 0.15 * random()),
      bow: turn * (0.35 + 0.3 * random()),
      depth: 0.3 * (random() - 0.5),
      tall: 1.75 - 0.3 * n + 0.2 * random(),
    };
  });
  const spotOn = ({ lean, bow, depth, tall }: Twig, t: number): Spot => [lean * t + bow * t * t, neck - 0.1 + tall * t, depth * t];
  const leaves = twigs.flatMap((twig, n) =>
    Array.from({ length: perTwig }, (_, k): Leaf => {
      // Leaves stand in even steps; blossom comes in clusters.
      const t = 0.16 + 0.84 * (blossom === undefined ? (k + 0.6 * random()) / perTwig : (Math.floor(k / 3) * 3 + 1.6 * random()) / perTwig);
      const out = (k % 2 === 0 ? 1 : -1) * (0.6 + 0.7 * random());
      const along = unit([out + 0.6 * (twig.lean + twig.bow * t), 0.6 + 0.4 * random(), 0.9 * (random() - 0.5)]);
      // It shows its face to the eye, a little turned.
      const across = unit([along[1], -along[0], 0.5 * (random() - 0.5)]);
      return {
        at: spotOn(twig, t),
        along,
        across,
        long: (0.42 - 0.14 * t) * (blossom === undefined ? 1 : 0.5 + 0.5 * random()) * (1 - 0.08 * n),
        shade: 0.8 + 0.4 * random(),
      };
    }),
  );
  const top = neck + Math.max(...twigs.map(({ tall }) => tall)) + 0.15;
  const middle = (neck - 0.2 + top) / 2;
  const reach = 1.35;
  const woodTo = (x: number, y: number, z: number): number => {
    let best = 9;
    for (const twig of twigs) {
      const t = Math.max(-0.2, Math.min(1, (y - neck + 0.1) / twig.tall));
      const [sx, sy, sz] = spotOn(twig, t);
      best = Math.min(best, lengthOf(x - sx, (y - sy) * 0.7, z - sz) - (0.026 - 0.016 * t));
    }
    return best * 0.75;
  };
  const leafTo = ({ at, along, across, long, shade }: Leaf, x: number, y: number, z: number): number => {
    const [px, py, pz] = [x - at[0], y - at[1], z - at[2]];
    if (blossom !== undefined) {
      const far = 0.4 * long;
      const [bx, by, bz] = [px - along[0] * far, py - along[1] * far, pz - along[2] * far];
      const ball = lengthOf(bx, by, bz) - 0.34 * long;
      if (ball > 0.1) return ball;
      // Five petals about a middle that looks at the eye, each flower turned as it likes.
      const lobes = 0.24 + 0.1 * Math.abs(Math.cos(2.5 * Math.atan2(by, bx) + 9 * shade));
      return 0.55 * (lengthOf(bx, by, 1.7 * bz) - lobes * long);
    }
    const away = lengthOf(px - along[0] * long * 0.5, py - along[1] * long * 0.5, pz - along[2] * long * 0.5) - long * 0.62;
    if (away > 0.08) return away;
    const out = px * along[0] + py * along[1] + pz * along[2];
    const aside = px * across[0] + py * across[1] + pz * across[2];
    const off = Math.sqrt(Math.max(0, px * px + py * py + pz * pz - out * out - aside * aside));
    const t = (out / long) * 2 - 1;
    return Math.max(off - 0.011, Math.abs(aside) - 0.19 * long * Math.max(0, 1 - t * t)) * 0.7;
  };
  return {
    middle,
    reach: Math.max(reach, top - middle),
    top,
    distance: (x, y, z) => {
      const outside = lengthOf(x, y - middle, z) - Math.max(reach, top - middle);
      if (outside > 0.9) return outside;
      let best = woodTo(x, y, z);
      for (const each of leaves) best = Math.min(best, leafTo(each, x, y, z));
      return best;
    },
    skin: (x, y, z, up, out) => {
      out.gloss = 0.05;
      out.glow = 0.25;
      let best = woodTo(x, y, z);
      let nearest: Leaf | undefined;
      for (const each of leaves) {
        const at = leafTo(each, x, y, z);
        if (at < best) [best, nearest] = [at, each];
      }
      if (nearest === undefined) {
        set(out.colour, hex(blossom === undefined ? "6a5a3c" : "3e2c22"));
        dim(out.colour, 0.7 + 0.6 * noise.fractal(x * 20, y * 9, 2));
        return;
      }
      set(out.colour, blossom ?? between(leaf, hex("e8ecd8"), 0.22 * ramp(0.1, 0.8, up)));
      if (blossom !== undefined) towards(out.colour, hex("fff6f2"), 0.55 * noise.fractal(x * 30, y * 30 + z * 20, 2));
      dim(out.colour, nearest.shade);
    },
  };
}

function unit([x, y, z]: Spot): Spot {
  const length = lengthOf(x, y, z);
  return [x / length, y / length, z / length];
}
