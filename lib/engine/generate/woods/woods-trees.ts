/** What stands in a wood: trunks and stems with their bark, and leaves one by one. */
import type { NoiseField } from "#lib/pixels/noise-field.ts";
import type { Random } from "#lib/pixels/random.ts";
import type { Camera } from "../light/camera.ts";
import type { Painting } from "../light/canvas.ts";
import type { Film } from "../light/film.ts";
import type { Daylight } from "../light/hours.ts";
import { between, dim, hex, type Radiance, ramp, set, towards } from "../light/radiance.ts";
import { mixIn } from "../towns/town-house.ts";

export type WoodKind = "broad" | "birch" | "conifer" | "bamboo";

export interface Wood {
  readonly film: Film;
  readonly camera: Camera;
  readonly light: Daylight;
  readonly noise: NoiseField;
  readonly leaves: readonly Radiance[];
  readonly kind: WoodKind;
  /** Twigs white with frost instead of leaves, and snow on the ground. */
  readonly isWinter: boolean;
  /** What the far end of the wood is lost in: daylight through ten rows of leaves. */
  readonly air: Radiance;
  /** Metres after which two thirds of what is seen is air. */
  readonly airReach: number;
  /** Where the sun stands behind the leaves. */
  readonly sun: { readonly x: number; readonly y: number };
}

/** Metres. */
export const eyeHeight = 1.7;
const bark = hex("5e5548");
const pale = hex("8c8474");
const birch = hex("d9d6cc");
const [pineBark, paleBark] = [hex("5c3f2e"), hex("a37a58")];
const [stem, oldStem, node] = [hex("6f9440"), hex("a8a850"), hex("d3d6a4")];
const moss = hex("55642c");
const black = hex("1c1814");

interface Trunk {
  readonly x: number;
  readonly z: number;
  /** Metres from its middle to its bark. */
  readonly girth: number;
  readonly lean: number;
  readonly luck: number;
}

export function* growTrunk(wood: Wood, { x, z, girth, lean, luck }: Trunk): Painting {
  const { film, camera, light, noise, air, airReach, kind, isWinter } = wood;
  const metre = camera.focal / z;
  const middle = camera.centre + x * metre;
  const foot = camera.horizon + eyeHeight * metre;
  const tone: Radiance = { r: 0, g: 0, b: 0 };
  const keeps = Math.exp(-z / airReach);
  const sunSide = Math.sign(wood.sun.x - middle) || 1;
  const bottom = Math.min(film.height - 1, Math.floor(foot));
  for (let y = bottom; y >= 0; y--) {
    if ((bottom - y) % 48 === 0) yield;
    const up = (foot - y) / metre;
    if (up > 20) return;
    // Roots spread at the foot; it bends a little and thins on its way.
    const wide = metre * girth * (1 - 0.028 * up + (kind === "bamboo" ? 0 : 0.75) * Math.exp(-up * 3.2));
    const centre =
      middle +
      metre *
        (lean * up +
          (kind === "bamboo" || kind === "conifer" ? 0.03 : 0.12) * (noise.value(up * 0.23 + luck * 50, luck * 9) - 0.5) * up * 0.5);
    for (let px = Math.max(0, Math.floor(centre - wide - 1)); px <= Math.min(film.width - 1, centre + wide + 1); px++) {
      const u = (px + 0.5 - centre) / wide;
      const rough = 0.05 * (noise.value(up * 9 + luck * 70, u > 0 ? 5 : 1) - 0.5);
      const cover = Math.min(1, (1 + rough - Math.abs(u)) * wide + 0.5);
      if (cover <= 0) continue;
      barkAt(tone, wood, u, up, luck, wide);
      const round = Math.sqrt(Math.max(0, 1 - u * u));
      const lit = ramp(-0.3, 1, u * sunSide) * (0.25 + 0.75 * noise.fractal(up * 0.7 + luck * 30, u * 0.7, 3));
      const sky = 0.22 + 0.3 * round;
      tone.r *= 0.34 * lit * light.sun.r + sky * light.ambient.r;
      tone.g *= 0.34 * lit * light.sun.g + sky * light.ambient.g;
      tone.b *= 0.3 * lit * light.sun.b + sky * light.ambient.b;
      // The light behind it eats into its edge.
      towards(tone, air, 1 - keeps + keeps * 0.22 * ramp(0.8, 1, Math.abs(u)));
      mixIn(
        film,
        (y * film.width + px) * 3,
        tone,
        cover * (kind === "birch" && !isWinter ? 1 : ramp(-0.02, 0.12, up + (isWinter ? 0.08 * u * u - 0.06 : 0))),
      );
    }
  }
}

function barkAt(out: Radiance, { noise, kind }: Wood, u: number, up: number, luck: number, wide: number): void {
  const across = Math.asin(Math.max(-1, Math.min(1, u)));
  if (kind === "bamboo") {
    // A joint at every so often, with a pale bloom under it.
    const joint = up / (0.3 + 0.12 * luck) + luck * 7;
    const at = joint - Math.floor(joint);
    set(out, between(stem, oldStem, ramp(0.3, 1, luck) + 0.3 * (noise.value(up * 3 + luck * 60, across) - 0.5)));
    towards(out, node, 0.6 * ramp(0.8, 0.95, at));
    dim(out, 1 - 0.55 * ramp(0.96, 0.99, at));
    return;
  }
  if (kind === "birch") {
    set(out, birch);
    dim(out, 0.8 + 0.3 * noise.fractal(across * 2 + luck * 40, up * 6, 3));
    const scar = noise.fractal(across * 1.4 + luck * 60, up * 9, 3) + 0.1 * ramp(1.6, 0.1, up);
    towards(out, black, ramp(0.6, 0.68, scar) * 0.9);
    return;
  }
  const grain = wide < 3 ? 0.5 : noise.fractal(across * 5 + luck * 40, up * 2.4, 4);
  set(out, kind === "conifer" ? pineBark : bark);
  towards(out, kind === "conifer" ? paleBark : pale, 1.6 * (grain - 0.35));
  if (wide > 8) dim(out, 0.72 + 0.5 * noise.ridged(across * 4 + luck * 20, up * 1.6, 3));
  towards(out, moss, 0.65 * ramp(1.5, 0.1, up + 1.4 * (noise.value(across * 3, up * 2) - 0.5)));
}

interface Cluster {
  readonly x: number;
  readonly up: number;
  readonly z: number;
  readonly reach: number;
  readonly metre: number;
  /** Brush near the ground: in more shade. */
  readonly isLow: boolean;
}

/** Round a bough; those between the eye and the sun glow, for leaves let light through. */
export function growLeaves(wood: Wood, random: Random, { x, up, z, reach, metre, isLow }: Cluster): void {
  const { film, camera, light, noise, air, airReach, leaves, sun, isWinter, kind } = wood;
  const [cx, cy] = [camera.centre + x * metre, camera.horizon - (up - eyeHeight) * metre];
  const spread = reach * metre;
  if (cx < -spread || cx > film.width + spread || cy < -spread || cy > film.height + spread) return;
  const keeps = Math.exp(-z / airReach);
  const size = Math.max(0.9, 0.055 * metre);
  const count = Math.round(Math.min(90, 34 + (spread * spread) / (size * size * 9)));
  const tone: Radiance = { r: 0, g: 0, b: 0 };
  const branch = random() * 90;
  for (let n = 0; n < count; n++) {
    const [a, b] = [random() + random() + random() - 1.5, random() + random() + random() - 1.5];
    const [lx, ly] = [cx + a * spread, cy + (0.55 * b + 0.16 * a * a) * spread];
    const toSun = Math.exp(-(((lx - sun.x) ** 2 + (ly - sun.y) ** 2) / (film.unit * 0.34) ** 2));
    const open = noise.fractal((lx / metre) * 0.8 + branch, (ly / metre) * 0.8, 3);
    set(tone, leaves[Math.floor(random() * leaves.length)] as Radiance);
    const through = (0.1 + 0.5 * ramp(0.42, 0.66, open - 0.12 * b) + 0.85 * toSun * random()) * (isLow ? 0.4 : 1);
    const sky = 0.34 + 0.3 * open - 0.1 * b;
    tone.r *= through * light.sun.r * 1.05 + sky * light.ambient.r;
    tone.g *= through * light.sun.g + sky * light.ambient.g;
    tone.b *= 0.7 * through * light.sun.b + sky * light.ambient.b;
    towards(tone, air, 1 - keeps);
    const long = size * (0.7 + 0.7 * random()) * (isWinter ? 1.3 : kind === "bamboo" ? 1.7 : 1);
    if (kind === "conifer") {
      paintSpray(wood, random, lx, ly, long * 2.4, a, tone);
      continue;
    }
    // Leaves of bamboo hang; others lie any way.
    const turn = kind === "bamboo" ? Math.PI * (0.5 + 0.5 * (random() - 0.5)) : random() * Math.PI;
    paintLeaf(wood, lx, ly, long, turn, tone, isWinter ? 0.14 : kind === "bamboo" ? 0.2 : 0.25 + 0.75 * random());
  }
}

/** A twig that points outward and droops, with needles on both sides; from afar no more than a tuft. */
function paintSpray(wood: Wood, random: Random, cx: number, cy: number, long: number, outward: number, tone: Radiance): void {
  const turn = Math.PI / 2 - Math.max(-1.25, Math.min(1.25, outward * 2.2)) + 0.5 * (random() - 0.5);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const pairs = Math.max(1, Math.min(16, Math.round(long / 2.2)));
  for (let n = 0; n < pairs; n++) {
    const t = (n + 0.5) / pairs;
    const reach = long * 0.13 * (1 - 0.6 * t) + 0.5;
    for (const side of [-0.6, 0.6])
      paintLeaf(
        wood,
        cx + cos * long * (t - 0.5) + Math.cos(turn + side) * reach,
        cy + sin * long * (t - 0.5) + Math.sin(turn + side) * reach,
        reach,
        turn + side,
        tone,
        0.16,
      );
  }
}

/** Pointed at both ends, and turned any way to the eye. */
function paintLeaf({ film }: Wood, cx: number, cy: number, long: number, turn: number, tone: Radiance, open: number): void {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const wide = Math.max(0.6, long * 0.55 * open);
  for (let y = Math.max(0, Math.floor(cy - long)); y <= Math.min(film.height - 1, cy + long); y++) {
    for (let x = Math.max(0, Math.floor(cx - long)); x <= Math.min(film.width - 1, cx + long); x++) {
      const [dx, dy] = [x + 0.5 - cx, y + 0.5 - cy];
      const along = (dx * cos + dy * sin) / long;
      const across = Math.abs(dy * cos - dx * sin);
      const half = wide * (1 - along * along);
      const cover = Math.min(1, half - across + 0.5, (1 - Math.abs(along)) * long + 0.5);
      if (cover > 0) mixIn(film, (y * film.width + x) * 3, tone, cover);
    }
  }
}
