/** The land under the sky: ridges in the haze, hills, dunes, woods, towns. */
import type { Rgb } from "#lib/pixels/colour.ts";
import { fractalNoise, ridgedNoise } from "#lib/pixels/noise.ts";
import { createRandom } from "#lib/pixels/random.ts";
import { box, type Canvas, ellipse, mix, type Painting, paint, polygon, repaint, type Shape } from "./canvas.ts";
import { type Light, lit } from "./palettes.ts";
import type { Scene } from "./scene.ts";

export function* paintMountains(canvas: Canvas, scene: Scene, light: Light, horizon: number): Painting {
  const layers = 4;
  for (let n = 0; n < layers; n++) {
    const near = (n + 1) / layers;
    const seed = scene.seed + 40 + n;
    const height = canvas.unit * (0.34 - 0.05 * n);
    const base = horizon + canvas.unit * 0.05 * n;
    const rock = mix(light.haze, lit([62, 72, 88], light), 0.25 + 0.65 * near);
    const top = (x: number): number => {
      const u = (x / canvas.unit) * (1.1 + 0.5 * n);
      return base - height * (0.25 + 0.95 * (ridgedNoise(u, 3.7 * n, seed, 5) - 0.25));
    };
    const snowLine = scene.hasSnow ? -0.1 : 0.28;
    yield* skyline(canvas, top, (x, y, crest) => {
      const slope = fractalNoise(x / (canvas.unit * 0.05) + y / (canvas.unit * 0.06), y / (canvas.unit * 0.16), seed, 4);
      const beside = fractalNoise(
        (x + canvas.unit * 0.012) / (canvas.unit * 0.05) + y / (canvas.unit * 0.06),
        y / (canvas.unit * 0.16),
        seed,
        3,
      );
      const facing = (slope - beside) * 2.2;
      const rise = (base - crest) / height;
      const depth = (y - crest) / height;
      const snow = rise - depth * 1.3 + (slope - 0.5) * 0.7 > 0.3 + snowLine ? 1 : 0;
      const sunny = mix(rock, lit([236, 240, 246], light), snow * (0.5 + 0.4 * slope));
      return mix(
        facing > 0 ? mix(sunny, light.white, facing * 0.6) : mix(sunny, [14, 18, 40], -facing),
        light.haze,
        Math.min(0.75, depth * 1.1 * (1.1 - near)),
      );
    });
  }
}

export function* paintHills(canvas: Canvas, scene: Scene, light: Light, horizon: number, colour: Rgb, layers = 4): Painting {
  for (let n = 0; n < layers; n++) {
    const near = (n + 1) / layers;
    const seed = scene.seed + 60 + n;
    const base = horizon + (canvas.height - horizon) * (near - 1 / layers) ** 1.4;
    const height = canvas.unit * (0.05 + 0.06 * near);
    const own = mix(light.haze, lit(colour, light), 0.45 + 0.55 * near);
    const top = (x: number): number => base - height * (fractalNoise((x / canvas.unit) * (1.6 - near), n * 9, seed, 3) - 0.35) * 1.4;
    const blade = canvas.unit * (0.002 + 0.007 * near);
    yield* skyline(canvas, top, (x, y, crest) => {
      const texture = fractalNoise(x / blade, y / (blade * 3.2), seed, 3) - 0.5;
      const broad = fractalNoise(x / (canvas.unit * 0.2), y / (canvas.unit * 0.08), seed + 3, 3) - 0.5;
      const shade = 0.1 * near * texture * 3 + 0.4 * broad - Math.min(0.3, ((y - crest) / canvas.unit) * 0.6);
      return shade > 0 ? mix(own, light.white, shade * 0.6) : mix(own, [8, 18, 20], -shade);
    });
  }
}

export function* paintDunes(canvas: Canvas, scene: Scene, light: Light, horizon: number): Painting {
  const layers = 5;
  for (let n = 0; n < layers; n++) {
    const near = (n + 1) / layers;
    const seed = scene.seed + 80 + n;
    const base = horizon + (canvas.height - horizon) * (near - 0.2) ** 1.5;
    const height = canvas.unit * (0.07 + 0.15 * near);
    const sand = mix(light.haze, lit([222, 164, 96], light), 0.4 + 0.6 * near);
    const shadow = mix(light.haze, lit([128, 76, 58], light), 0.4 + 0.6 * near);
    const top = (x: number): number => base - height * (ridgedNoise((x / canvas.unit) * (1.3 - 0.5 * near) + n, 2.2, seed, 2) - 0.35);
    yield* skyline(canvas, top, (x, y, crest) => {
      const face = (top(x + canvas.unit * 0.02) - crest) / (canvas.unit * 0.02);
      const bend = fractalNoise(x / (canvas.unit * 0.3), y / (canvas.unit * 0.3), seed, 2);
      const ripple = Math.sin((y + 30 * bend + x * 0.12) / (canvas.unit * (0.002 + 0.005 * near))) * 0.05 * near;
      const sunny = 0.62 - face * 1.1 + (bend - 0.5) * 0.3 - ((y - crest) / canvas.unit) * 0.5 + ripple;
      return mix(shadow, sand, Math.max(0, Math.min(1, sunny)));
    });
  }
}

export function* paintForest(canvas: Canvas, scene: Scene, light: Light, horizon: number): Painting {
  const random = createRandom(scene.seed + 7);
  const rows = 5;
  for (let n = 0; n < rows; n++) {
    const near = (n + 1) / rows;
    const base = horizon + (canvas.height - horizon) * (0.04 + 1.3 * (near - 0.2) ** 1.3);
    const leaf = mix(light.haze, lit(scene.weather.includes("snowfall") ? [92, 112, 116] : [26, 62, 44], light), 0.18 + 0.8 * near);
    const size = canvas.unit * (0.12 + 0.42 * near ** 1.4);
    yield* repaint(canvas, base - size * 0.05, canvas.height, (_x, y, old) =>
      mix(old, mix(leaf, light.haze, 0.45), Math.min(1, (y - base + size * 0.05) / (size * 0.06))),
    );
    const step = size * 0.27;
    for (let x = -step; x < canvas.width + step; x += step * (0.6 + 0.9 * random())) {
      yield;
      paintConifer(canvas, x, base + size * 0.03 * random(), size * (0.6 + 0.5 * random()), mix(leaf, light.white, 0.08 * random()));
    }
  }
}

export function paintConifer(canvas: Canvas, x: number, base: number, height: number, colour: Rgb): void {
  const shape: Shape = {
    left: x - height * 0.24,
    right: x + height * 0.24,
    top: base - height,
    bottom: base,
    distance: (px, py) => {
      const t = (py - (base - height)) / height;
      if (t < 0 || t > 1) return 2;
      const branch = 1 - ((t * 8) % 1);
      const half = height * 0.2 * t * (0.62 + 0.38 * (1 - branch)) + height * 0.008;
      return Math.abs(px - x + Math.sin(t * 40 + x) * height * 0.006) - half;
    },
  };
  paint(canvas, shape, (px, py) =>
    mix(colour, [4, 10, 14], 0.35 * Math.max(0, (px - x) / (height * 0.2)) + 0.2 * ((py - base) / height + 1)),
  );
}

export function* paintCity(canvas: Canvas, scene: Scene, light: Light, horizon: number): Painting {
  const random = createRandom(scene.seed + 11);
  const rows = 3;
  for (let n = 0; n < rows; n++) {
    const near = (n + 1) / rows;
    const base = n === rows - 1 ? canvas.height : horizon + canvas.unit * 0.04 * n;
    const wall = mix(light.haze, lit([58, 64, 80], light), 0.3 + 0.65 * near);
    let x = -canvas.unit * 0.05;
    while (x < canvas.width) {
      yield;
      const width = canvas.unit * (0.05 + 0.07 * random()) * (0.7 + 0.7 * near);
      const height =
        canvas.unit * (0.12 + 0.4 * random() ** 1.8) * (1.15 - 0.35 * near) +
        (n === rows - 1 ? canvas.height - horizon - canvas.unit * 0.1 : 0);
      const tone = mix(wall, light.white, 0.12 * random());
      const [left, top, right] = [x, base - height, x + width];
      paint(canvas, box(left, top, right, base), (px, py) =>
        mix(tone, light.haze, 0.3 * ((py - top) / height) * (1 - near) + 0.12 * ((px - left) / width)),
      );
      if (random() < 0.3)
        paint(
          canvas,
          polygon([
            [left + width * 0.4, top],
            [left + width * 0.5, top - height * 0.18],
            [left + width * 0.6, top],
          ]),
          tone,
        );
      paintWindows(canvas, scene, left, top, right, base, near, random);
      x += width * (0.85 + 0.25 * random());
    }
  }
}

function paintWindows(
  canvas: Canvas,
  scene: Scene,
  left: number,
  top: number,
  right: number,
  bottom: number,
  near: number,
  random: () => number,
): void {
  const pitch = canvas.unit * (0.009 + 0.009 * near);
  const isDark = scene.hour === "night" || scene.hour === "storm" || scene.hour === "sunset";
  for (let y = top + pitch; y < Math.min(bottom, canvas.height) - pitch; y += pitch * 1.5) {
    for (let x = left + pitch * 0.7; x < right - pitch; x += pitch) {
      const isLit = random() < (isDark ? 0.42 : 0.1);
      const colour: Rgb = isLit ? (random() < 0.15 ? [150, 220, 255] : [255, 210, 130]) : [24, 30, 44];
      paint(canvas, box(x, y, x + pitch * 0.55, y + pitch * 0.8), colour, isLit && isDark ? 0.55 + 0.4 * random() : 0.28);
    }
  }
}

export function* paintFlowers(canvas: Canvas, scene: Scene, light: Light, horizon: number): Painting {
  const random = createRandom(scene.seed + 13);
  const own: readonly Rgb[] =
    scene.palette.length > 0 && scene.things.length === 0
      ? scene.palette
      : [
          [228, 60, 70],
          [250, 206, 66],
          [244, 240, 236],
          [168, 96, 196],
        ];
  const spots = Array.from({ length: 900 }, () => random()).sort((a, b) => a - b);
  for (const [n, t] of spots.entries()) {
    if (n % 50 === 0) yield;
    const y = horizon + (canvas.height - horizon) * (0.1 + 0.9 * t * t);
    const size = canvas.unit * (0.0015 + 0.011 * t * t);
    const x = random() * canvas.width;
    const colour = lit(own[Math.floor(random() * own.length)] as Rgb, light);
    for (let petal = 0; petal < 5; petal++) {
      const turn = petal * 1.257 + t * 9;
      paint(
        canvas,
        ellipse(x + Math.cos(turn) * size * 0.7, y + Math.sin(turn) * size * 0.5, size * 0.6, size * 0.5),
        mix(colour, light.white, 0.1 * (petal % 2)),
        0.95,
      );
    }
    paint(canvas, ellipse(x, y, size * 0.35, size * 0.28), lit([240, 190, 60], light));
  }
}

function* skyline(canvas: Canvas, top: (x: number) => number, ink: (x: number, y: number, crest: number) => Rgb): Painting {
  const crests = Float64Array.from({ length: canvas.width }, (_, x) => top(x));
  yield* repaint(canvas, Math.max(0, crests.reduce((least, y) => Math.min(least, y), Infinity) - 1), canvas.height, (x, y, old) => {
    const crest = crests[x] as number;
    const cover = y + 1 - crest;
    return cover <= 0 ? old : mix(old, ink(x, y, crest), cover);
  });
}
