/** Cut flowers: heads on stems that rise from one neck, full ones in a dome, single ones each as high as it likes. */
import { lengthOf } from "#lib/pixels/length.ts";
import type { NoiseField } from "#lib/pixels/noise-field.ts";
import type { Random } from "#lib/pixels/random.ts";
import { between, dim, hex, type Radiance, ramp, set, towards } from "../light/radiance.ts";
import type { FlowerKind } from "../scene.ts";
import { along, type Blossom, newBlossom, petalsAt } from "./blossom.ts";
import type { Form } from "./solid.ts";

export interface Bunch {
  readonly kind: FlowerKind;
  readonly colours: readonly Radiance[];
  /** Undefined: as many as make a full bunch. */
  readonly count: number | undefined;
  /** Where the stems leave what holds them. */
  readonly neck: number;
  /** How far down the stems are seen, in glass. */
  readonly root: number | undefined;
}

interface Leaf {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** Which way it points from above, and how steeply it hangs. */
  readonly cos: number;
  readonly sin: number;
  readonly fall: number;
}

const sizes: Readonly<Record<FlowerKind, number>> = { rose: 0.33, daisy: 0.34, sunflower: 0.5, lotus: 0.4, tulip: 0.3 };
const full: Readonly<Record<FlowerKind, number>> = { rose: 12, daisy: 13, sunflower: 7, lotus: 8, tulip: 11 };
const green = hex("3d6a2c");
const deep = hex("16301a");

export function bouquet(noise: NoiseField, random: Random, { kind, colours, count, neck, root }: Bunch): Form {
  const heads = standHeads(random, kind, colours, count ?? full[kind], neck);
  const leaves = Array.from({ length: 9 }, (_, n): Leaf => {
    const turn = n * 2.4 + random();
    const far = 0.24 + 0.1 * random();
    return {
      x: Math.cos(turn) * far,
      y: neck + 0.14 + 0.3 * random(),
      z: Math.sin(turn) * far,
      cos: Math.cos(turn),
      sin: Math.sin(turn),
      fall: 0.35 * (random() - 0.5),
    };
  });
  const top = Math.max(...heads.map(({ y, r }) => y + r)) + 0.05;
  const foot = root ?? neck - 0.1;
  const middle = (foot + top) / 2;
  const reach = Math.max(0.9, top - middle, ...heads.map(({ x, y, z, r }) => lengthOf(x, y - middle, z) + r)) + 0.05;
  const stemTo = (x: number, y: number, z: number): number => {
    let best = 9;
    for (const head of heads) {
      // From the neck to the head, with a slight bow.
      const up = (y - neck + 0.15) / (head.y - neck + 0.15);
      // Below it they cross, and lean against the far side.
      const bow = up > 0 ? Math.min(1, up) ** 2 : root === undefined ? 0 : Math.max(-0.3, up * 0.2);
      best = Math.min(best, Math.max(lengthOf(x - head.x * bow, z - head.z * bow) - 0.024, y - head.y));
    }
    return Math.max(best * 0.8, (root ?? neck - 0.15) - y);
  };
  return {
    middle,
    reach,
    top,
    distance: (x, y, z) => {
      const outside = lengthOf(x, y - middle, z) - reach;
      // Far enough out that no soft shadow takes this ball for the flowers in it.
      if (outside > 0.9) return outside;
      let best = stemTo(x, y, z);
      for (const leaf of leaves) best = Math.min(best, leafAt(leaf, x, y, z));
      for (const head of heads) {
        const near = lengthOf(x - head.x, y - head.y, z - head.z) - head.r * 1.2;
        if (near < best) best = Math.min(best, near > 0.12 ? near : petalsAt(head, x, y, z));
      }
      return best;
    },
    skin: (x, y, z, up, out) => {
      out.gloss = 0.04;
      out.glow = 0.3;
      let nearest: Blossom | undefined;
      let best = Math.min(stemTo(x, y, z), ...leaves.map((leaf) => leafAt(leaf, x, y, z)));
      for (const head of heads) {
        const at = petalsAt(head, x, y, z);
        if (at < best) [best, nearest] = [at, head];
      }
      if (nearest === undefined) {
        set(out.colour, green);
        towards(out.colour, deep, 0.7 * noise.fractal(x * 7, y * 7 + z * 5, 3) + 0.25 * (1 - up));
        out.gloss = 0.16;
        return;
      }
      colourHead(out.colour, nearest, noise, x, y, z);
    },
  };
}

function colourHead(out: Radiance, head: Blossom, noise: NoiseField, x: number, y: number, z: number): void {
  const { h, far, angle } = along(head, x, y, z);
  const share = far / head.r;
  set(out, head.colour);
  if (head.kind === "tulip") {
    // Green at its foot, veined along its petals, paler at their rims.
    const veins = noise.fractal(angle * 9, h * 1.5, 3);
    dim(out, 0.82 + 0.3 * veins);
    towards(out, hex("fff4ee"), 0.3 * ramp(0.2, 1, h / head.r) * veins);
    towards(out, hex("a9b46a"), 0.6 * ramp(-0.6, -1, h / head.r));
    return;
  }
  if (head.kind === "daisy" || head.kind === "sunflower") {
    if (share < 0.34 && h > -0.02) {
      const [low, high] = head.kind === "daisy" ? [hex("b87a12"), hex("f4c63a")] : [hex("1c0d06"), hex("6a4018")];
      set(out, between(low, high, noise.value(x * 60, y * 60 + z * 50)));
      return;
    }
    dim(out, 0.78 + 0.3 * share + 0.12 * Math.cos(angle * head.petals * 2));
    return;
  }
  // Deep between the petals, paler at their rims.
  const rings = (share * 3.6 + 0.25 * Math.cos(angle * 5 + Math.floor(share * 3.6) * 2.1)) % 1;
  towards(out, between(head.colour, hex("2a0414"), 0.55), 0.75 * ramp(0.55, 0, rings) * ramp(0.02, 0.1, share));
  towards(out, hex("fff4ee"), 0.28 * ramp(0.6, 1, rings));
  dim(out, 0.9 + 0.2 * noise.fractal(angle * 4, h * 9 + share * 3, 2));
}

function standHeads(random: Random, kind: FlowerKind, colours: readonly Radiance[], count: number, neck: number): readonly Blossom[] {
  const r = sizes[kind] * (count > 9 ? 0.92 : 1);
  return Array.from({ length: count }, (_, n) => {
    const size = r * (0.85 + 0.3 * random());
    const colour = { ...(colours[n % colours.length] ?? green) };
    dim(colour, 0.85 + 0.25 * random());
    const turn = n * 2.39996 + 0.5 * random();
    // Few stand apart; a full bunch is a dome that looks at the eye.
    const t = count <= 3 ? (n + 0.5) / 3 : (n + 0.5) / count;
    const lean = count <= 3 ? 0.3 + 0.25 * random() : 1.22 * Math.sqrt(t);
    const spread = count <= 3 ? 0.9 : 0.62 + 0.028 * count;
    const [nx, ny, nz] = [Math.sin(lean) * Math.cos(turn), Math.cos(lean), Math.sin(lean) * Math.sin(turn)];
    const rise = count <= 3 ? neck + 0.75 + 0.3 * n : neck + 0.42 + spread * 0.95 * ny;
    return newBlossom(kind, nx * spread * 1.05, rise, nz * spread * 0.8, size, looks(kind, nx, ny, nz), colour);
  });
}

/** A tulip stands up from its stem; others turn their face to the eye. */
function looks(kind: FlowerKind, nx: number, ny: number, nz: number): readonly [number, number, number] {
  return kind === "tulip" ? [nx * 0.8, ny + 0.25, nz * 0.5 - 0.28] : [nx, ny * 0.6 + 0.1, nz - 1];
}

function leafAt({ x: lx, y: ly, z: lz, cos, sin, fall }: Leaf, x: number, y: number, z: number): number {
  const [px, py, pz] = [x - lx, y - ly, z - lz];
  const out = px * cos + pz * sin;
  const side = -px * sin + pz * cos;
  // From afar it is the ball around it; anything less would be seen as a shadow of that ball.
  const away = lengthOf(out - 0.22, py, side) - 0.5;
  if (away > 0.1) return away;
  const t = (out - 0.22) / 0.36;
  const half = 0.15 * Math.max(0, 1 - t * t);
  const bent = py - fall * out + 0.55 * out * out - 0.5 * Math.abs(side);
  return Math.max(Math.abs(bent) - 0.012, Math.abs(side) - half) * 0.6;
}
