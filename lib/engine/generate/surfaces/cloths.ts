/** Surfaces that are woven, gilded, dyed or wet: linen, foil, films of colour, washes on paper, water in the sun. */
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { hashPoint } from "#lib/pixels/random.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { add, between, dim, hex, luma, type Radiance, radianceOf, ramp, set, towards } from "../light/radiance.ts";
import { swatchesFor } from "../prints/swatches.ts";
import type { Scene } from "../scene.ts";
import { lightWall, shadowOn } from "./walls.ts";

export function* paintFabric(film: Film, scene: Scene): Painting {
  const noise = createNoiseField(scene.seed + 411);
  const [named] = scene.palette;
  const own = named === undefined ? hex("d9cdb8") : radianceOf(named);
  const shadow = shadowOn(scene);
  const pitch = Math.max(2.6, film.unit * 0.0052);
  yield* expose(film, 0, film.height, (x, y, out) => {
    const [u, v] = [x / film.unit, y / film.unit];
    // Threads are of uneven thickness, and each lies over one and under the next.
    const [px, py] = [x + 2.2 * noise.fractal(u * 7, v * 2, 3) * pitch, y + 2.2 * noise.fractal(u * 2, v * 7 + 4, 3) * pitch];
    const [i, j] = [Math.floor(px / pitch), Math.floor(py / pitch)];
    const [a, b] = [px / pitch - i - 0.5, py / pitch - j - 0.5];
    const isWarp = (i + j) % 2 === 0;
    const round = isWarp ? 1 - 2.6 * a * a - 0.8 * b * b : 1 - 2.6 * b * b - 0.8 * a * a;
    const thread = isWarp ? hashPoint(i, Math.floor(j / 40), scene.seed) : hashPoint(Math.floor(i / 40), j, scene.seed + 1);
    const slub = isWarp ? noise.fractal(i * 0.9, v * 9, 2) : noise.fractal(u * 9, j * 0.9, 2);
    set(out, own);
    const fold = noise.fractal(u * 0.9 + 0.5 * v, v * 1.3 - 0.4 * u, 2);
    dim(out, (0.6 + 0.38 * round + 0.16 * (thread - 0.5) + 0.22 * (slub - 0.5)) * (0.9 + 0.26 * (fold - 0.4)));
    lightWall(out, u - film.width / film.unit / 2, v - film.height / film.unit / 2, shadow);
  });
}

/** Leaf laid on by hand: flakes that each catch the light at an angle of their own, and glints. */
export function* paintFoil(film: Film, scene: Scene): Painting {
  const noise = createNoiseField(scene.seed + 412);
  // Of two colours the dark one is the paper it is laid on.
  const named = scene.palette.map((colour) => radianceOf(colour)).sort((a, b) => luma(b) - luma(a));
  const [own = hex("d2a044"), ground] = named.length > 0 && luma(named[0] as Radiance) < 0.03 ? [undefined, ...named] : named;
  const [deep, bright] = [ground ?? between(own, hex("1a0e04"), 0.72), between(own, hex("fffbea"), 0.75)];
  yield* expose(film, 0, film.height, (x, y, out) => {
    const [u, v] = [x / film.unit, y / film.unit];
    const wx = noise.fractal(u * 4, v * 4, 4) - 0.5;
    const crease = noise.ridged(u * 3 + wx, v * 3 + 5 - wx, 5);
    const sheen = noise.fractal(u * 1.3 + 0.6 * wx, v * 1.3 + 0.6 * v, 3);
    const fine = noise.fractal(x * 0.2, y * 0.2, 3) - 0.5;
    const flake = hashPoint(Math.floor(x / (film.unit * 0.0042)), Math.floor(y / (film.unit * 0.0042)), scene.seed) - 0.5;
    const facing = 0.3 + 0.42 * ramp(0.25, 0.75, sheen) + 0.34 * (crease - 0.45) + 0.4 * fine + 0.5 * flake;
    set(out, deep);
    towards(out, own, ramp(0.05, 0.6, facing));
    towards(out, bright, ramp(0.68, 1.1, facing));
    if (flake > 0.47) add(out, bright, 1.2 * ramp(0.35, 0.7, sheen));
  });
}

/** A film of colours that turn into each other with the slope beneath, as on a soap bubble. */
export function* paintIridescent(film: Film, scene: Scene): Painting {
  const noise = createNoiseField(scene.seed + 413);
  const usual = [hex("a9d8f5"), hex("d9b8f0"), hex("f7bcd8"), hex("fbe3c4"), hex("bdeedd")];
  const tones = scene.palette.length >= 2 ? scene.palette.map((colour) => radianceOf(colour)) : usual;
  const white = hex("ffffff");
  const surface = (u: number, v: number): number => {
    const bend = noise.fractal(u * 0.8 + scene.seed * 0.001, v * 0.8, 3);
    return noise.fractal(u * 0.9 + 2.4 * bend, v * 0.5 + 1.7 * bend, 3);
  };
  yield* expose(film, 0, film.height, (x, y, out) => {
    const [u, v] = [x / film.unit + 3, y / film.unit];
    const here = surface(u, v);
    const e = 0.01;
    const [dx, dy] = [(surface(u + e, v) - here) / e, (surface(u, v + e) - here) / e];
    const at = (((here * 5 + 0.45 * dx + 0.3 * dy) % 1) + 1) % 1;
    const n = at * tones.length;
    const first = tones[Math.floor(n) % tones.length] as Radiance;
    set(out, between(first, tones[(Math.floor(n) + 1) % tones.length] as Radiance, ramp(0, 1, n % 1)));
    const facing = (0.75 - 0.22 * dx + 0.3 * dy) / Math.sqrt(1 + 0.4 * (dx * dx + dy * dy));
    dim(out, 0.72 + 0.32 * Math.max(0, facing));
    towards(out, white, 0.75 * Math.max(0, Math.min(1, facing)) ** 9);
  });
}

/** Pigment that ran with the water, gathered at the rims where it dried, and sits in the hollows of the paper. */
export function* paintWash(film: Film, scene: Scene): Painting {
  const noise = createNoiseField(scene.seed + 414);
  const swatches = swatchesFor(scene);
  const named = scene.palette.map((colour) => radianceOf(colour));
  const gold = named.length > 1 ? named.find(isMetal) : undefined;
  const inks = named.filter((each) => each !== gold);
  const tones = inks.length > 0 ? inks : [swatches[1], swatches[2], swatches[3]];
  const paper = hex("fbf8f1");
  yield* expose(film, 0, film.height, (x, y, out) => {
    const [u, v] = [x / film.unit, y / film.unit];
    set(out, paper);
    const grain = noise.fractal(x * 0.24, y * 0.24, 3) - 0.5;
    dim(out, 0.985 + 0.05 * grain);
    for (let n = 0; n < 4; n++) {
      const shift = n * 17.3 + (scene.seed % 61);
      const wx = noise.fractal(u * 2.4 + shift, v * 2.4, 5) - 0.5;
      const pool = noise.fractal(u * 0.95 + shift + 0.55 * wx, v * 0.95 + 0.55 * wx, 3) + 0.05 * wx;
      const edge = pool - 0.46;
      if (edge < -0.02) continue;
      const rim = Math.exp(-((edge / 0.014) ** 2)) * ramp(-0.01, 0.004, edge);
      const body = ramp(-0.004, 0.008, edge) * (0.3 + 0.55 * noise.fractal(u * 3 + shift, v * 3 + 9, 5));
      const tone = tones[n % tones.length] as Radiance;
      // Layers of pigment take light away, one after the other.
      const depth = Math.min(1.3, body * (0.9 + 0.34 * grain) + 0.35 * rim);
      out.r *= 1 - depth + depth * tone.r;
      out.g *= 1 - depth + depth * tone.g;
      out.b *= 1 - depth + depth * tone.b;
      if (gold === undefined) continue;
      // Leaf is laid along some of the rims.
      const leaf = ramp(0.009, 0.003, Math.abs(edge - 0.004)) * ramp(0.5, 0.6, noise.fractal(u * 2.2 + shift, v * 2.2 + 5, 3));
      const shine = 0.6 + 0.8 * noise.fractal(x * 0.3, y * 0.3, 2);
      towards(out, { r: gold.r * shine, g: gold.g * shine, b: gold.b * shine }, leaf);
    }
  });
}

/** Clear water from above: the sun's net on the floor, drawn twice at different depths, and glints on the surface. */
export function* paintWaterSurface(film: Film, scene: Scene): Painting {
  const noise = createNoiseField(scene.seed + 415);
  const [named] = scene.palette;
  const shallow = named === undefined ? hex("5cc4d8") : between(radianceOf(named), hex("dff6fa"), 0.3);
  const deep = named === undefined ? hex("1577a6") : between(radianceOf(named), hex("04121c"), 0.45);
  const net = (u: number, v: number, shift: number): number => {
    const wx = noise.fractal(u * 2 + shift, v * 2, 3) - 0.5;
    const wy = noise.fractal(u * 2, v * 2 + shift, 3) - 0.5;
    const line = 1 - Math.abs(2 * noise.value(u * 4.2 + 2.6 * wx + shift, v * 4.2 + 2.6 * wy) - 1);
    return line * line;
  };
  yield* expose(film, 0, film.height, (x, y, out) => {
    const [u, v] = [x / film.unit, y / film.unit];
    const swell = noise.fractal(u * 1.1, v * 1.6, 3);
    set(out, deep);
    towards(out, shallow, ramp(0.25, 0.75, swell) * 0.85 + 0.15 * noise.fractal(u * 6, v * 9, 3));
    const light = net(u, v, 3) ** 3 + 0.7 * net(u * 1.35, v * 1.35, 40) ** 3;
    add(out, hex("f4fffb"), 0.5 * light * (0.5 + swell));
    const glint = noise.fractal(u * 34, v * 52 + 2 * swell, 3);
    towards(out, hex("ffffff"), 0.8 * ramp(0.72, 0.84, glint) * ramp(0.45, 0.75, swell));
  });
}

function isMetal({ r, g, b }: Radiance): boolean {
  return r > 0.3 && r > b * 2.6 && g > b * 1.6;
}

/** Inks poured into each other: currents that fold, edges where they dried, and metal in the finest of them. */
export function* paintPouredInk(film: Film, scene: Scene): Painting {
  const noise = createNoiseField(scene.seed + 416);
  const named = scene.palette.map((colour) => radianceOf(colour));
  const metal = named.find(isMetal) ?? hex("c99a4a");
  const inks = named.filter((each) => each !== metal);
  const swatches = swatchesFor({ ...scene, palette: [] });
  const ground = inks.find((each) => each.g > 0.7) ?? hex("f6f3ec");
  const stains = inks.filter((each) => each !== ground);
  const ink = stains[0] ?? swatches[0];
  const second = stains[1] ?? between(ink, ground, 0.5);
  const drift = scene.seed % 83;
  yield* expose(film, 0, film.height, (x, y, out) => {
    const [u, v] = [x / film.unit + drift, (y / film.unit) * 1.15];
    const ax = noise.fractal(u * 1.1, v * 1.1, 4) - 0.5;
    const ay = noise.fractal(u * 1.1 + 9, v * 1.1 + 4, 4) - 0.5;
    const bx = noise.fractal(u * 1.5 + 2.6 * ax, v * 1.5 + 2.6 * ay, 5) - 0.5;
    const by = noise.fractal(u * 1.5 + 2.6 * ay + 7, v * 1.5 - 2.6 * ax, 5) - 0.5;
    const flow = noise.fractal(u * 0.9 + 2.2 * bx, v * 0.9 + 2.2 * by, 5);
    set(out, ground);
    const smoke = ramp(0.4, 0.66, flow);
    towards(out, second, 0.75 * smoke * (0.5 + 0.7 * noise.fractal(u * 3 + 3 * bx, v * 3 + 3 * by, 4)));
    towards(out, ink, ramp(0.5, 0.64, flow + 0.1 * bx));
    // Where an ink dried it left a line, and the heavy metal gathered along some of them.
    const rim = Math.min(Math.abs(flow + 0.1 * bx - 0.5), Math.abs(flow - 0.585) * 1.3);
    const vein = ramp(0.011, 0.002, rim) * ramp(0.42, 0.56, noise.fractal(u * 1.7 + 31, v * 1.7, 3));
    const glitter = 0.55 + 0.9 * noise.fractal(x * 0.35, y * 0.35, 2);
    towards(out, { r: metal.r * glitter, g: metal.g * glitter, b: metal.b * glitter }, vein);
    dim(out, 0.97 + 0.05 * noise.value(x * 0.7, y * 0.7));
  });
}
