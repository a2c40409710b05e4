/** A stem of bamboo: straight, ringed at its nodes, bare below and hung with narrow leaves above. */
import type { NoiseField } from "#lib/pixels/noise-field.ts";
import type { Film } from "../light/film.ts";
import type { Daylight } from "../light/hours.ts";
import { hex, type Radiance, ramp, set, towards } from "../light/radiance.ts";
import { type Air, lightOn, put, type TreeSpot } from "./tree-light.ts";

const stem = hex("7f9a4a");
const node = hex("c9cf9c");
const [leafDark, leafLight] = [hex("2c5428"), hex("8fb456")];

export function paintBamboo(film: Film, light: Daylight, noise: NoiseField, spot: TreeSpot, air: Air, tone: number): void {
  const { x: cx, y: base, size } = spot;
  const lean = (tone - 0.5) * 0.1;
  const half = Math.max(0.6, size * 0.0075 * (0.8 + 0.5 * ((tone * 13) % 1)));
  const middleAt = (t: number): number => cx + lean * size * t * t;
  const colour: Radiance = { r: 0, g: 0, b: 0 };
  const side = Math.sign(light.towardsSun[0]);
  for (let y = Math.max(0, Math.floor(base - size)); y <= Math.min(film.height - 1, base); y++) {
    const t = (base - y) / size;
    const wide = half * (1 - 0.65 * t);
    const middle = middleAt(t);
    const ring = Math.abs(((t * 17 + tone * 3) % 1) - 0.5);
    for (let x = Math.max(0, Math.floor(middle - wide - 1)); x <= Math.min(film.width - 1, middle + wide + 1); x++) {
      // Grass and mist hide where it comes out of the ground.
      const cover = Math.min(1, wide - Math.abs(x + 0.5 - middle) + 0.5) * ramp(0, 0.05, t);
      if (cover <= 0) continue;
      const u = (x + 0.5 - middle) / wide;
      set(colour, stem);
      towards(colour, node, 0.7 * ramp(0.46, 0.5, ring));
      const round = Math.sqrt(Math.max(0, 1 - u * u));
      lightOn(colour, light, 0.12 + 0.3 * Math.max(0, round * 0.6 + u * side * 0.6), 0.3 + 0.5 * round);
      put(film, (y * film.width + x) * 3, colour, air, cover);
    }
  }
  hangLeaves(film, light, noise, spot, air, tone, middleAt);
}

/** Sprays of leaves, drooping, thicker towards the top; each a streak that is broad in its middle. */
function hangLeaves(
  film: Film,
  light: Daylight,
  noise: NoiseField,
  { y: base, size }: TreeSpot,
  air: Air,
  tone: number,
  middleAt: (t: number) => number,
): void {
  const count = Math.min(150, Math.round(40 + size * 0.22));
  const long = size * 0.034;
  const colour: Radiance = { r: 0, g: 0, b: 0 };
  for (let n = 0; n < count; n++) {
    const luck = (salt: number): number => noise.value(n * 7.31 + salt * 19.7 + tone * 400, salt * 3.3 + tone * 90);
    const t = 0.42 + 0.6 * Math.sqrt((n + 0.5) / count);
    const reach = size * 0.12 * (0.25 + t * 0.5);
    const [x, y] = [middleAt(t) + (luck(1) - 0.5) * 3.4 * reach, base - size * t + (luck(2) - 0.5) * size * 0.09];
    const slant = (luck(3) - 0.5) * 2.6;
    set(colour, leafDark);
    towards(colour, leafLight, luck(4) * 1.3 - 0.15);
    lightOn(colour, light, 0.15 + 0.45 * luck(5), 0.4 + 0.35 * luck(6));
    const steps = Math.max(2, Math.ceil(long));
    for (let k = 0; k < steps; k++) {
      const s = k / steps;
      const wide = Math.max(0.45, long * 0.1 * Math.sin(Math.PI * (0.08 + 0.9 * s)));
      const [px, py] = [x + slant * long * s * 0.8, y + long * s * (0.55 + 0.5 * s)];
      const row = Math.floor(py);
      if (row < 0 || row >= film.height) continue;
      for (let column = Math.max(0, Math.floor(px - wide)); column <= Math.min(film.width - 1, px + wide); column++) {
        put(film, (row * film.width + column) * 3, colour, air, 0.85 * Math.min(1, wide - Math.abs(column + 0.5 - px) + 0.5 < 0 ? 0 : 1));
      }
    }
  }
}
