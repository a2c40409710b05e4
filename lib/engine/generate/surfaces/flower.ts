/** One blossom or a few, seen from close by: petals in rings, each a curved leaf of colour, before a garden out of focus. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createNoiseField, type NoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom, type Random } from "#lib/pixels/random.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { between, hex, type Radiance, radianceOf, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import { type Petal, paintPetal } from "./petal.ts";

export function* paintFlower(film: Film, scene: Scene): Painting {
  const random = createRandom(scene.seed + 221);
  const noise = createNoiseField(scene.seed + 222);
  yield* paintGarden(film, scene, noise);
  const count = scene.counts.flower ?? (scene.many.includes("flower") ? 3 : 1);
  const lean = random() < 0.5 ? -1 : 1;
  const size = film.unit * (count === 1 ? 0.34 : count <= 3 ? 0.22 : 0.42 / Math.sqrt(count));
  const spots = spotsFor(count, lean, random);
  for (const [x, y, scale] of spots) yield* paintStem(film, noise, x * film.width, y * film.height, size * scale, lean);
  for (const [x, y, scale] of spots) yield* paintBlossom(film, scene, noise, random, x * film.width, y * film.height, size * scale);
}

type Place = readonly [x: number, y: number, scale: number];

/** One a little off the middle, three in a triangle, more in a loose rank with the nearest lowest. */
function spotsFor(count: number, lean: number, random: Random): readonly Place[] {
  if (count === 1) return [[0.5 + 0.05 * lean, 0.46, 1]];
  const triangle: readonly Place[] = [
    [0.5 - 0.21 * lean, 0.36, 0.8],
    [0.5 + 0.22 * lean, 0.42, 0.9],
    [0.5 - 0.03 * lean, 0.58, 1.1],
  ];
  if (count <= 3) return count === 2 ? triangle.slice(0, 2) : triangle;
  const ranks = count > 6 ? 3 : 2;
  return Array.from({ length: count }, (_, n): Place => {
    const rank = n % ranks;
    const inRank = Math.ceil((count - rank) / ranks);
    const x = (Math.floor(n / ranks) + 0.5) / inRank;
    return [0.12 + 0.76 * x + 0.03 * (random() - 0.5), 0.26 + (0.42 * rank) / (ranks - 1) + 0.06 * (random() - 0.5), 0.85 + 0.15 * rank];
  }).sort((a, b) => a[1] - b[1]);
}

function* paintGarden(film: Film, scene: Scene, noise: NoiseField): Painting {
  const isDark = scene.hour === "night" || scene.seed % 3 === 0;
  const [deep, mid, bright] = isDark ? [hex("0a1512"), hex("1d3527"), hex("4c6a3c")] : [hex("3b5a34"), hex("86a05a"), hex("e6e3b4")];
  yield* expose(film, 0, film.height, (x, y, out) => {
    const [u, v] = [x / film.unit, y / film.unit];
    set(out, deep);
    towards(out, mid, ramp(0.3, 0.65, noise.fractal(u * 1.6, v * 1.6, 2)));
    towards(out, bright, 0.8 * ramp(0.45, 0.85, noise.fractal(u * 1.1 + 30, v * 1.1 - 0.2, 2) + 0.28 * (0.5 - y / film.height)));
  });
  const random = createRandom(scene.seed + 223);
  for (let n = 0; n < 46; n++) {
    yield;
    const [cx, cy] = [random() * film.width, random() * film.height];
    const radius = film.unit * (0.02 + 0.06 * random());
    const share = 0.04 + 0.12 * random();
    for (let y = Math.max(0, Math.floor(cy - radius)); y < Math.min(film.height, cy + radius); y++) {
      for (let x = Math.max(0, Math.floor(cx - radius)); x < Math.min(film.width, cx + radius); x++) {
        const cover = share * ramp(1, 0.74, lengthOf(x - cx, y - cy) / radius);
        const at = (y * film.width + x) * 3;
        film.data[at] = (film.data[at] as number) + cover * bright.r;
        film.data[at + 1] = (film.data[at + 1] as number) + cover * bright.g;
        film.data[at + 2] = (film.data[at + 2] as number) + cover * bright.b;
      }
    }
  }
}

function* paintStem(film: Film, noise: NoiseField, x: number, y: number, size: number, lean: number): Painting {
  const green = hex("4f7a38");
  const shade = hex("1c3318");
  const bend = (py: number): number => x + lean * size * 0.22 * ((py - y) / size) ** 2 * 0.5;
  const thick = size * 0.045;
  for (let py = Math.max(0, Math.floor(y)); py < film.height; py++) {
    if (py % 16 === 0) yield;
    const middle = bend(py);
    for (let px = Math.max(0, Math.floor(middle - thick - 1)); px <= Math.min(film.width - 1, middle + thick + 1); px++) {
      const side = (px + 0.5 - middle) / thick;
      const cover = Math.min(1, (1 - Math.abs(side)) * thick + 0.5);
      if (cover <= 0) continue;
      const tone = between(green, shade, 0.5 + 0.5 * side + 0.2 * noise.value(px * 0.2, py * 0.03));
      put(film, (py * film.width + px) * 3, tone, cover);
    }
  }
  const leaf = (n: number): Petal => ({
    x: bend(y + size * (1 + 0.4 * n)),
    y: y + size * (1 + 0.4 * n),
    angle: n % 2 === 0 ? -0.5 : Math.PI + 0.45,
    length: size * 0.85,
    width: size * 0.2,
    base: shade,
    tip: green,
    rim: hex("9dbb62"),
    curl: 0.35,
    tipShape: 0.9,
    shadow: 0.2,
    depth: 0,
  });
  for (let n = 0; n < 2; n++) paintPetal(film, noise, leaf(n), n * 7);
}

/** The light comes from the upper left: a full head is a ball, bright on that side. */
function turnedToLight(tone: Radiance, angle: number | undefined): Radiance {
  if (angle === undefined) return tone;
  const share = 0.78 + 0.46 * Math.cos(angle + 2.2);
  return { r: tone.r * share, g: tone.g * share, b: tone.b * share };
}

function put(film: Film, at: number, tone: Radiance, cover: number): void {
  film.data[at] = (film.data[at] as number) + cover * (tone.r - (film.data[at] as number));
  film.data[at + 1] = (film.data[at + 1] as number) + cover * (tone.g - (film.data[at + 1] as number));
  film.data[at + 2] = (film.data[at + 2] as number) + cover * (tone.b - (film.data[at + 2] as number));
}

function* paintBlossom(film: Film, scene: Scene, noise: NoiseField, random: Random, x: number, y: number, size: number): Painting {
  const kind = scene.flower ?? (["rose", "daisy", "sunflower", "lotus"] as const)[scene.seed % 4] ?? "daisy";
  const said = scene.colours.flower ?? scene.palette[0];
  const usual = { rose: "c2183a", daisy: "f6f0e8", sunflower: "f2b01e", lotus: "eaa0b8", tulip: "d8483c" }[kind];
  const own = said === undefined ? hex(usual) : radianceOf(said);
  const dark = between(own, hex(kind === "sunflower" ? "8a3d08" : "2a0616"), kind === "daisy" ? 0.22 : 0.68);
  const rim = between(own, hex("fff4ea"), 0.5);
  const petal = (angle: number, from: number, length: number, width: number, tipShape: number, curl: number): Petal => ({
    x: x + Math.cos(angle) * from * size,
    y: y + Math.sin(angle) * from * size * 0.94,
    angle: angle + 0.06 * (random() - 0.5),
    length: length * size * (0.93 + 0.14 * random()),
    width: width * size,
    base: dark,
    tip: turnedToLight(between(own, dark, 0.12 * random()), kind === "rose" ? angle : undefined),
    rim: kind === "rose" ? turnedToLight(between(own, rim, 0.45), angle) : rim,
    curl,
    tipShape,
    shadow: kind === "rose" ? 0.62 : 0.45,
    depth: kind === "rose" ? 1 : 0,
  });
  const ring = function* (
    count: number,
    from: number,
    length: number,
    width: number,
    tipShape: number,
    curl: number,
    shift: number,
  ): Painting {
    // Every second petal first, so that neighbours overlap both ways.
    for (const half of [0, 1]) {
      for (let n = half; n < count; n += 2) {
        yield;
        paintPetal(
          film,
          noise,
          petal(((n + shift) / count) * Math.PI * 2 + 0.1 * (random() - 0.5), from, length, width, tipShape, curl),
          n * 3.1 + shift,
        );
      }
    }
  };
  if (kind === "tulip") {
    // A cup seen from the side: the petals behind first, then both flanks, then the one in front.
    const cup: readonly (readonly [turn: number, aside: number, length: number, width: number])[] = [
      [-0.16, -0.1, 1.5, 0.3],
      [0.16, 0.1, 1.52, 0.3],
      [-0.3, -0.2, 1.46, 0.32],
      [0.3, 0.2, 1.44, 0.32],
      [0, 0, 1.4, 0.4],
    ];
    for (const [turn, aside, length, width] of cup) {
      yield;
      const one = petal(turn - Math.PI / 2, 0, length, width, 0.72, 0.5);
      paintPetal(film, noise, { ...one, x: x + aside * size, y: y + 0.72 * size, base: between(own, dark, 0.45) }, turn * 9);
    }
    return;
  }
  if (kind === "rose") {
    // Broad and open outside, wound tightly within.
    for (let tier = 0; tier < 11; tier++) {
      const t = tier / 10;
      const count = Math.max(2, Math.round(6.6 - 4 * t));
      yield* ring(count, 0.1 * (1 - t), 1 - 0.86 * t ** 0.85, 0.62 - 0.46 * t ** 0.9, 0.33, 0.85, tier * 0.63);
    }
    return;
  }
  if (kind === "lotus") {
    for (let tier = 0; tier < 4; tier++) yield* ring(10 - tier, 0.03, 1 - 0.19 * tier, 0.33 - 0.03 * tier, 0.86, 0.75, tier * 0.5);
  } else {
    yield* ring(kind === "sunflower" ? 21 : 17, 0.2, 0.82, 0.15, 0.85, 0.3, 0);
    yield* ring(kind === "sunflower" ? 19 : 15, 0.18, 0.72, 0.14, 0.85, 0.3, 0.5);
  }
  yield* paintDisc(film, noise, x, y, size * (kind === "sunflower" ? 0.34 : kind === "lotus" ? 0.15 : 0.22), kind === "sunflower");
}

/** The florets of the middle, on the spirals sunflowers are known for. */
function* paintDisc(film: Film, noise: NoiseField, x: number, y: number, radius: number, isDark: boolean): Painting {
  const [low, high] = isDark ? [hex("1c0d06"), hex("8a5a20")] : [hex("9a6410"), hex("f6c83c")];
  const golden = Math.PI * (3 - Math.sqrt(5));
  const count = 320;
  for (let py = Math.max(0, Math.floor(y - radius)); py <= Math.min(film.height - 1, y + radius); py++) {
    for (let px = Math.max(0, Math.floor(x - radius)); px <= Math.min(film.width - 1, x + radius); px++) {
      const far = lengthOf(px - x, py - y);
      put(
        film,
        (py * film.width + px) * 3,
        between(low, high, 0.25 + 0.2 * noise.value(px * 0.3, py * 0.3)),
        Math.max(0, Math.min(1, radius - far)),
      );
    }
  }
  for (let n = count - 1; n >= 0; n--) {
    if (n % 24 === 0) yield;
    const far = Math.sqrt((n + 0.5) / count) * radius * 0.97;
    const [cx, cy] = [x + far * Math.cos(n * golden), y + far * Math.sin(n * golden)];
    const r = radius * 0.062;
    const depth = ramp(0.2, 0.9, far / radius);
    for (let py = Math.max(0, Math.floor(cy - r)); py <= Math.min(film.height - 1, cy + r); py++) {
      for (let px = Math.max(0, Math.floor(cx - r)); px <= Math.min(film.width - 1, cx + r); px++) {
        const cover = Math.max(0, Math.min(1, r - lengthOf(px + 0.5 - cx, py + 0.5 - cy) + 0.3));
        const facing = 0.5 - (px - cx + py - cy) / (3 * r);
        if (cover > 0) put(film, (py * film.width + px) * 3, between(low, high, (0.15 + 0.85 * depth) * facing), cover);
      }
    }
  }
}
