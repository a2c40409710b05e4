/** Soft pools of colour that run into each other, with the grain of print. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom, hashPoint } from "#lib/pixels/random.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { between, dim, hex, type Radiance, radianceOf, set, towards } from "../light/radiance.ts";
import { along, swatchesFor } from "../prints/swatches.ts";
import type { Scene } from "../scene.ts";
import { glowAt } from "../skies/fireworks.ts";

interface Pool {
  readonly x: number;
  readonly y: number;
  readonly reach: number;
  readonly colour: Radiance;
}

export function* paintGradient(film: Film, scene: Scene): Painting {
  const random = createRandom(scene.seed + 81);
  const noise = createNoiseField(scene.seed + 82);
  if (scene.traits.includes("disc")) {
    yield* paintDisc(film, scene);
    return;
  }
  const pools = poolsFor(scene, random);
  const strength = scene.traits.includes("grain") ? 0.2 : 0.05;
  yield* expose(film, 0, film.height, (x, y, out) => {
    const [u, v] = [x / film.width, y / film.height];
    const wx = u + 0.3 * (noise.fractal(u * 1.3, v * 1.3 + 4, 2) - 0.5);
    const wy = v + 0.3 * (noise.fractal(u * 1.3 + 8, v * 1.3, 2) - 0.5);
    let [r, g, b, total] = [0, 0, 0, 0];
    for (const pool of pools) {
      const weight = Math.exp(-((wx - pool.x) ** 2 + (wy - pool.y) ** 2) / (pool.reach * pool.reach));
      r += weight * pool.colour.r;
      g += weight * pool.colour.g;
      b += weight * pool.colour.b;
      total += weight;
    }
    const grain = 1 + strength * (noise.value(x * 0.9, y * 0.9) + hashPoint(x, y, scene.seed) - 1);
    out.r = (r / total) * grain;
    out.g = (g / total) * grain;
    out.b = (b / total) * grain;
  });
  yield* paintSign(film, scene, random);
}

/** A moon, a sun or a few stars on it: as plain as the ground. */
function* paintSign(film: Film, scene: Scene, random: () => number): Painting {
  if (scene.things.includes("stars")) {
    for (let n = 0; n < 90; n++) {
      if (n % 10 === 0) yield;
      glowAt(film, random() * film.width, random() * film.height, film.unit * (0.003 + 0.006 * random() ** 3), paper, 0.3 + 0.6 * random());
    }
  }
  const sign = (["moon", "sun"] as const).find((name) => scene.things.includes(name));
  if (sign === undefined) return;
  const said = scene.colours[sign];
  const tone = said === undefined ? hex(sign === "moon" ? "fff6e0" : "ffc46a") : radianceOf(said);
  const [cx, cy, radius] = [film.width * 0.5, film.height * 0.36, film.unit * 0.13];
  const isCrescent = scene.traits.includes("crescent");
  glowAt(film, cx, cy, radius * 3.4, tone, 0.22);
  yield* expose(film, cy - radius - 2, cy + radius + 2, (x, y, out) => {
    const disc = radius - lengthOf(x + 0.5 - cx, y + 0.5 - cy) + 0.5;
    const bite = isCrescent ? lengthOf(x + 0.5 - cx + radius * 0.42, y + 0.5 - cy - radius * 0.14) - radius * 0.86 + 0.5 : 1;
    if (disc > 0 && bite > 0) towards(out, tone, Math.min(1, disc) * Math.min(1, bite));
  });
}

const paper = hex("fffaf0");

/** One large disc on plain ground: the oldest poster there is. */
function* paintDisc(film: Film, scene: Scene): Painting {
  const noise = createNoiseField(scene.seed + 83);
  const swatches = swatchesFor(scene);
  const [first, second] = scene.palette.map((colour) => radianceOf(colour));
  const ground = scene.ground === undefined ? (second ?? hex("f1eadb")) : radianceOf(scene.ground);
  const tone =
    first === undefined || (scene.ground !== undefined && second !== undefined && isSame(first, ground)) ? (second ?? swatches[2]) : first;
  const [cx, cy, radius] = [film.width / 2, film.height * 0.46, film.unit * 0.36];
  yield* expose(film, 0, film.height, (x, y, out) => {
    set(out, ground);
    towards(out, tone, radius - lengthOf(x + 0.5 - cx, y + 0.5 - cy) + 0.5);
    // Ink that was rolled on leaves the paper's grain.
    dim(out, 0.95 + 0.08 * noise.fractal(x * 0.5, y * 0.5, 2) + 0.05 * (noise.fractal((x / film.unit) * 6, (y / film.unit) * 6, 3) - 0.5));
  });
}

function isSame(a: Radiance, b: Radiance): boolean {
  return a.r === b.r && a.g === b.g && a.b === b.b;
}

function poolsFor(scene: Scene, random: () => number): readonly Pool[] {
  if (scene.ground !== undefined) {
    // Plain, with a little life towards the corners.
    const plain = radianceOf(scene.ground);
    return Array.from({ length: 5 }, () => ({
      x: random(),
      y: random(),
      reach: 0.4,
      colour: between(plain, hex("000000"), 0.22 * random()),
    }));
  }
  // Of mist: every colour is paler and greyer.
  const veil = scene.weather.includes("mist") ? 0.5 : 0;
  const own = scene.palette.map((colour) => between(radianceOf(colour), hex("dfe4e8"), veil));
  const swatches = swatchesFor(scene);
  const turn = random() * Math.PI * 2;
  if (own.length >= 2) {
    // Two or more colours were named: from the first to the last, in that order.
    return own.flatMap((colour, n) => {
      const t = (n / (own.length - 1) - 0.5) * 0.95;
      return [-0.45, 0.1, 0.5].map((side) => ({
        x: 0.5 + t * Math.cos(turn) - side * Math.sin(turn) + 0.1 * (random() - 0.5),
        y: 0.5 + t * Math.sin(turn) + side * Math.cos(turn) + 0.1 * (random() - 0.5),
        reach: 0.36,
        colour,
      }));
    });
  }
  return Array.from({ length: 7 }, (_, n) => ({
    x: random(),
    y: random(),
    reach: 0.24 + 0.16 * random(),
    colour: along(swatches, 0.2 + (0.8 * n) / 6),
  }));
}
