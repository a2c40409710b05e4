/** The ground of a festival: deep red with waves of gold, lanterns that hang to both sides, and room for words between them. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom } from "#lib/pixels/random.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { add, between, dim, hex, type Radiance, radianceOf, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import { burstsOver, glowAt, lightFireworks } from "../skies/fireworks.ts";

const gold = hex("f0c060");

interface Lantern {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** 1 in front, less where it hangs farther back. */
  readonly near: number;
}

export function* paintFestive(film: Film, scene: Scene): Painting {
  const random = createRandom(scene.seed + 501);
  const noise = createNoiseField(scene.seed + 502);
  const said = scene.ground ?? scene.palette[0];
  const ground = said === undefined ? hex("8c0d14") : between(radianceOf(said), hex("3a0408"), 0.3);
  yield* paintGround(film, ground, (x, y) => noise.fractal(x, y, 4));
  if (scene.traits.includes("fireworks"))
    yield* lightFireworks(film, random, burstsOver(random, film.width, film.height * 0.8, film.unit, true), 0.45);
  yield* strewGold(film, random);
  for (const lantern of hang(film, random, scene.counts.lantern)) {
    yield;
    paintLantern(film, lantern, ground);
  }
}

function* paintGround(film: Film, ground: Radiance, grain: (x: number, y: number) => number): Painting {
  const deep = between(ground, hex("1a0204"), 0.72);
  const cell = film.unit * 0.085;
  const rim = Math.max(1, cell * 0.035);
  yield* expose(film, 0, film.height, (x, y, out) => {
    const [u, v] = [x / film.width - 0.5, y / film.height - 0.38];
    set(out, ground, 1.15);
    towards(out, deep, ramp(0.15, 0.95, lengthOf(u * 1.25, v)));
    dim(out, 0.93 + 0.14 * grain((x / film.unit) * 5, (y / film.unit) * 5));
    // Waves in rows, each hidden by the row below: tone on tone above, gilded towards the lower edge.
    const row = Math.ceil(y / (cell * 0.5));
    const shift = row % 2 === 0 ? 0 : cell / 2;
    let far = 9e9;
    for (const step of [1, 0]) {
      const cy = (row + step) * cell * 0.5;
      const cx = Math.round((x - (step === 1 ? cell / 2 - shift : shift)) / cell) * cell + (step === 1 ? cell / 2 - shift : shift);
      const at = lengthOf(x - cx, y - cy);
      if (at < cell / 2) far = at;
    }
    if (far > cell) return;
    const ring = Math.abs((((far / (cell / 2)) * 3) % 1) - 0.5) * (cell / 6);
    const line = ramp(rim, 0, Math.abs(ring - cell / 12 + rim));
    const share = 0.05 + 0.4 * ramp(0.7, 1.02, y / film.height + 0.1 * Math.abs(u));
    towards(out, gold, line * share);
  });
}

/** Specks of gold leaf, most of them out of focus. */
function* strewGold(film: Film, random: () => number): Painting {
  for (let n = 0; n < 170; n++) {
    if (n % 20 === 0) yield;
    const size = film.unit * (0.0016 + 0.011 * random() ** 4);
    glowAt(film, random() * film.width, random() ** 0.8 * film.height, size * 1.6, gold, 0.1 + 0.5 * random() ** 2);
  }
}

function hang(film: Film, random: () => number, said: number | undefined): readonly Lantern[] {
  const count = said ?? 6;
  return Array.from({ length: count }, (_, n): Lantern => {
    const side = n % 2 === 0 ? -1 : 1;
    const rank = Math.floor(n / 2);
    const near = 1 - 0.26 * (rank % 3);
    const out = count === 1 ? 0 : ([0.36, 0.22, 0.44][rank % 3] ?? 0.3);
    return {
      x: film.width * (0.5 + side * out) + film.unit * 0.02 * (random() - 0.5),
      y: film.height * ([0.3, 0.17, 0.56][rank % 3] ?? 0.3) + film.unit * 0.06 * (random() - 0.5),
      size: film.unit * 0.125 * near * Math.min(1, (1.3 * film.width) / film.height),
      near,
    };
  }).sort((a, b) => a.near - b.near);
}

function paintLantern(film: Film, { x: cx, y: cy, size, near }: Lantern, ground: Radiance): void {
  const [tall, cap] = [size * 0.82, size * 0.34];
  const paper = hex("d8201a");
  const tone: Radiance = { r: 0, g: 0, b: 0 };
  glowAt(film, cx, cy, size * 2.6, hex("ff6a2a"), 0.3 * near);
  const bottom = cy + tall + size * 1.5;
  for (let y = 0; y <= Math.min(film.height - 1, bottom); y++) {
    for (let x = Math.max(0, Math.floor(cx - size - 1)); x <= Math.min(film.width - 1, cx + size + 1); x++) {
      const [u, v] = [(x + 0.5 - cx) / size, (y + 0.5 - cy) / tall];
      let cover = 0;
      if (Math.abs(v) < 0.94) {
        cover = Math.max(0, Math.min(1, (1 - lengthOf(u, v)) * size + 0.5));
        // The light within, the ribs over it, and the turn of the paper away from the eye.
        const round = Math.max(0.03, Math.sqrt(Math.max(0, 1 - v * v)));
        const rib = Math.abs(((Math.asin(Math.max(-1, Math.min(1, u / round))) * 5.1) % 1) - 0.5) * 2;
        set(tone, paper);
        towards(tone, hex("ffb04a", 1.3), 0.85 * Math.exp(-(u * u * 2.6 + (v - 0.15) ** 2 * 2.4)));
        dim(tone, (0.55 + 0.5 * Math.sqrt(Math.max(0, 1 - u * u))) * (0.86 + 0.14 * ramp(1, 0.86, Math.abs(rib))));
        add(tone, gold, 0.2 * ramp(0.9, 1, Math.abs(rib)));
      }
      const isCap = Math.abs(Math.abs(v) - 0.98) < 0.1 && Math.abs(x + 0.5 - cx) < cap;
      if (isCap) {
        cover = 1;
        set(tone, gold, 0.5 + 0.5 * Math.sqrt(Math.max(0, 1 - ((x - cx) / cap) ** 2)));
      }
      const isCord = v < -1.05 && Math.abs(x + 0.5 - cx) < Math.max(0.6, size * 0.014);
      const down = (y - cy - tall * 1.06) / (size * 1.4);
      const isTassel = down > 0 && down < 1 && Math.abs(x + 0.5 - cx) < size * (down < 0.16 ? 0.02 : 0.05 + 0.06 * down);
      if (isCord || isTassel) {
        cover = isTassel && down > 0.9 ? 0.6 : 1;
        set(tone, isTassel ? hex("e0a030") : gold, isTassel ? 0.55 + 0.35 * (((x * 7) % 5) / 5) : 0.6);
      }
      if (cover <= 0) continue;
      towards(tone, ground, 0.75 * (1 - near));
      const at = (y * film.width + x) * 3;
      film.data[at] = (film.data[at] as number) + cover * (tone.r - (film.data[at] as number));
      film.data[at + 1] = (film.data[at + 1] as number) + cover * (tone.g - (film.data[at + 1] as number));
      film.data[at + 2] = (film.data[at + 2] as number) + cover * (tone.b - (film.data[at + 2] as number));
    }
  }
}
