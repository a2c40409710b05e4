/** One sunflower of a field: broad leaves about its stem, and over them a head that is turned a little its own way. */
import { lengthOf } from "#lib/pixels/length.ts";
import type { Film } from "../light/film.ts";
import { between, hex, type Radiance } from "../light/radiance.ts";

export interface Sunflower {
  readonly x: number;
  /** The middle of its head, and how far that reaches. */
  readonly y: number;
  readonly size: number;
  /** Any number: what makes it differ from the next one. */
  readonly turn: number;
  readonly petals: Radiance;
  readonly leaves: Radiance;
  /** On which side the sun stands. */
  readonly sunSide: number;
}

/** Below this many pixels nothing of a leaf is seen. */
const leafFrom = 2;

export function paintSunflower(film: Film, flower: Sunflower): void {
  if (flower.size > leafFrom) paintStalk(film, flower);
  paintHead(film, flower);
}

/** The stem is hidden by its leaves, which hang from it to both sides, the lower the larger and the darker. */
function paintStalk(film: Film, { x, y, size, turn, leaves, sunSide }: Sunflower): void {
  for (let n = 5; n >= 0; n--) {
    const side = n % 2 === 0 ? 1 : -1;
    const own = Math.sin(turn * 7 + n * 2.3);
    const reach = size * (0.72 + 0.12 * own + 0.05 * n);
    const shade = (0.98 - 0.13 * n) * (side === sunSide ? 1.12 : 0.86) * (1 + 0.14 * own);
    paintLeaf(film, {
      x: x + side * size * (0.42 + 0.12 * own),
      y: y + size * (0.72 + 0.34 * n),
      reach,
      slope: side * (0.35 + 0.3 * own),
      tone: { r: leaves.r * shade, g: leaves.g * shade, b: leaves.b * shade },
    });
  }
}

interface Leaf {
  readonly x: number;
  readonly y: number;
  readonly reach: number;
  readonly slope: number;
  readonly tone: Radiance;
}

/** Pointed at both ends, with a pale rib and one half darker than the other. */
function paintLeaf(film: Film, { x, y, reach, slope, tone }: Leaf): void {
  for (let py = Math.max(0, Math.floor(y - reach)); py <= Math.min(film.height - 1, y + reach); py++) {
    for (let px = Math.max(0, Math.floor(x - reach)); px <= Math.min(film.width - 1, x + reach); px++) {
      const u = (px + 0.5 - x) / reach;
      const v = (py + 0.5 - y) / reach - slope * u - 0.25 * u * u;
      const half = 0.46 * (1 - u * u) * (1 - 0.25 * u * Math.sign(slope));
      const cover = Math.max(0, Math.min(1, (half - Math.abs(v)) * reach + 0.5));
      if (cover === 0) continue;
      const shade = (v < 0 ? 1.1 : 0.84) + 0.22 * Math.max(0, 1 - Math.abs(v) * reach * 1.4) - 0.25 * Math.abs(u);
      lay(film, px, py, cover, tone.r * shade, tone.g * shade, tone.b * shade);
    }
  }
}

const [brown, warm, young] = [hex("241309"), hex("6b4216"), hex("5c6a26")];

/** Two rings of pointed petals around a broad disc of florets; it leans forward, and some look aside. */
function paintHead(film: Film, { x, y, size, turn, petals, sunSide }: Sunflower): void {
  const yaw = 0.55 * Math.sin(turn * 3.7) + 0.18 * sunSide;
  const [wide, tall] = [Math.cos(yaw), 0.8 + 0.12 * Math.sin(turn * 5.3)];
  const bright = petals.g / 0.5;
  const [along, spin] = [13 + Math.floor(2.5 + 2.5 * Math.sin(turn * 11)), turn];
  for (let py = Math.max(0, Math.floor(y - size - 1)); py <= Math.min(film.height - 1, y + size + 1); py++) {
    for (let px = Math.max(0, Math.floor(x - size - 1)); px <= Math.min(film.width - 1, x + size + 1); px++) {
      const [u, v] = [(px + 0.5 - x) / (size * wide), (py + 0.5 - y) / (size * tall)];
      const far = lengthOf(u, v);
      if (far > 1.1) continue;
      // Of a head that is turned away the disc is not in the middle, but nearer to where it looks.
      const middle = lengthOf(u - 0.16 * Math.sin(yaw), v - 0.06);
      const angle = Math.atan2(v, u) + spin;
      const front = Math.abs(Math.cos((angle * along) / 2));
      const back = Math.abs(Math.sin((angle * along) / 2 + 0.3));
      // Every petal has a length of its own.
      const ragged = 0.06 * Math.sin(angle * 5 + turn * 9) + 0.05 * Math.sin(angle * 11 + turn * 4);
      const edge = size < 3 ? 0.85 : 0.46 + 0.5 * Math.max(front ** 0.9, 0.9 * back ** 0.9) + ragged;
      const cover = Math.max(0, Math.min(1, (edge - far) * size + 0.4));
      if (cover === 0) continue;
      const disc = Math.max(0, Math.min(1, (0.43 - middle) * size + 0.5));
      const isFront = front >= 0.9 * back;
      const groove = size < 5 ? 0.86 : 0.7 + 0.3 * (isFront ? front : 0.72 * back);
      const shade = groove * (0.66 + 0.4 * far) * (1 - 0.16 * v + 0.1 * u * sunSide);
      // Florets open from the rim inwards; the youngest, in the middle, are green.
      const ring = between(brown, warm, Math.max(0, 1 - Math.abs(middle - 0.31) * 7));
      const core = between(ring, young, Math.max(0, 0.6 - middle * 3.6));
      const seeds = size < 7 ? 1 : 0.82 + 0.36 * Math.abs(Math.sin(angle * 8 + middle * 40) * Math.sin(angle * 8 - middle * 40));
      const mixed = (own: number, dark: number): number => own * shade * (1 - disc) + dark * bright * seeds * disc;
      lay(film, px, py, cover, mixed(petals.r, core.r), mixed(petals.g * (0.8 + 0.2 * far), core.g), mixed(petals.b, core.b));
    }
  }
}

function lay({ data, width }: Film, x: number, y: number, cover: number, r: number, g: number, b: number): void {
  const at = (y * width + x) * 3;
  data[at] = (data[at] as number) + cover * (r - (data[at] as number));
  data[at + 1] = (data[at + 1] as number) + cover * (g - (data[at + 1] as number));
  data[at + 2] = (data[at + 2] as number) + cover * (b - (data[at + 2] as number));
}
