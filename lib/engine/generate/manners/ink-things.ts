/** What strokes of an ink brush are put together to: a boat, birds, pines, bamboo; and what is printed: the sun, a seal. */
import type { Painting } from "../light/canvas.ts";
import type { Radiance } from "../light/radiance.ts";
import { type Brush, type Spot, stamp, stroke } from "./ink-strokes.ts";

export function* sun({ film, random }: Brush, unit: number, tone: Radiance): Painting {
  const [x, y] = [(film.width / unit) * (random() < 0.5 ? 0.74 : 0.27), (film.height / unit) * 0.2];
  yield;
  stamp(film, x, y, 0.066, tone, () => 0.88);
}

export function* boat(brush: Brush, y: number): Painting {
  const { film, random } = brush;
  const x = (film.width / film.unit) * (random() < 0.5 ? 0.3 : 0.68);
  const s = 0.075;
  yield* stroke(
    brush,
    [
      [x - s, y - 0.012],
      [x - s * 0.4, y + 0.003],
      [x + s * 0.5, y + 0.003],
      [x + s, y - 0.016],
    ],
    0.0065,
    0.95,
    0,
  );
  yield* stroke(
    brush,
    [
      [x - s * 0.42, y - 0.004],
      [x - s * 0.3, y - 0.03],
      [x + s * 0.12, y - 0.033],
      [x + s * 0.25, y - 0.004],
    ],
    0.0035,
    0.8,
    0,
  );
  // Who rows stands at the stern.
  yield* stroke(
    brush,
    [
      [x + s * 0.55, y - 0.006],
      [x + s * 0.57, y - 0.034],
    ],
    0.0055,
    0.9,
    0,
  );
  stamp(film, x + s * 0.57, y - 0.041, 0.0055, brush.ink(0.9), () => 0.9);
  yield* stroke(
    brush,
    [
      [x + s * 0.62, y - 0.03],
      [x + s * 1.25, y + 0.014],
    ],
    0.0014,
    0.8,
    0,
  );
  yield* stroke(
    brush,
    [
      [x - s * 0.8, y + 0.016],
      [x + s * 0.9, y + 0.017],
    ],
    0.002,
    0.3,
    0.7,
  );
}

export function* birds(brush: Brush): Painting {
  const { film, random } = brush;
  const [cx, cy] = [(film.width / film.unit) * (0.3 + 0.4 * random()), (film.height / film.unit) * 0.17];
  for (let n = 0; n < 6; n++) {
    const [x, y, s] = [cx + 0.05 * n * (0.7 + 0.6 * random()), cy + 0.05 * (random() - 0.5) - 0.012 * n, 0.009 + 0.008 * random()];
    yield* stroke(
      brush,
      [
        [x - s * 1.5, y - s * 0.5],
        [x - s * 0.6, y - s * 0.75],
        [x, y],
      ],
      0.0015,
      0.75,
      0,
    );
    yield* stroke(
      brush,
      [
        [x, y],
        [x + s * 0.6, y - s * 0.85],
        [x + s * 1.6, y - s * 0.4],
      ],
      0.0015,
      0.75,
      0,
    );
  }
}

/** A few pines on the nearest crest: a leaning trunk and needles in flat tiers. */
export function* pines(brush: Brush, crest: (x: number) => number, lowest: number): Painting {
  const { film, random } = brush;
  const wide = film.width / film.unit;
  for (let n = 0; n < 7; n++) {
    const x = wide * (0.05 + 0.9 * random());
    const foot = crest(x) + 0.012;
    if (foot > lowest - 0.04) continue;
    const height = 0.055 + 0.07 * random();
    const lean = 0.03 * (random() - 0.5);
    yield* stroke(
      brush,
      [
        [x, foot],
        [x + lean * 0.3, foot - height * 0.5],
        [x + lean, foot - height],
      ],
      0.0035,
      0.9,
      0.1,
    );
    for (let tier = 0; tier < 5; tier++) {
      const t = 0.35 + 0.16 * tier;
      const [tx, ty, reach] = [x + lean * t, foot - height * t, height * (0.42 - 0.065 * tier)];
      const side = (tier % 2 === 0 ? 1 : -1) * reach * 0.3;
      yield* stroke(
        brush,
        [
          [tx - reach + side, ty + 0.004],
          [tx, ty - 0.005],
          [tx + reach + side, ty + 0.003],
        ],
        0.0055,
        0.7,
        0.5,
      );
    }
  }
}

/** Stalks of joints, far ones pale, and leaves that hang in threes. */
export function* bamboo(brush: Brush): Painting {
  const { film, random } = brush;
  const [wide, tall] = [film.width / film.unit, film.height / film.unit];
  const count = Math.round(9 * wide);
  for (let n = 0; n < count; n++) {
    const near = n / (count - 1);
    const dark = 0.12 + 0.72 * near ** 2;
    const width = 0.004 + 0.009 * near;
    const x = wide * random();
    const lean = 0.12 * (random() - 0.5);
    const joint = 0.11 + 0.09 * near;
    for (let y = tall * (1.02 - 0.1 * (1 - near)); y > -joint; y -= joint) {
      const along = (tall - y) / tall;
      const at = (up: number): Spot => [x + lean * (along + up / tall) ** 1.6, y - up];
      yield* stroke(brush, [at(0.006), at(joint * 0.5), at(joint - 0.006)], width, dark, 0.3, 0.2);
      if (near < 0.35 || random() < 0.45) continue;
      const side = random() < 0.5 ? -1 : 1;
      const [lx, ly] = at(joint);
      for (let leaf = 0; leaf < 3; leaf++) {
        const [reach, fall] = [side * (0.05 + 0.035 * random()), 0.03 + 0.045 * random() + 0.012 * leaf];
        yield* stroke(
          brush,
          [
            [lx, ly],
            [lx + reach * 0.5, ly + fall * 0.3],
            [lx + reach, ly + fall],
          ],
          width * 0.75,
          dark,
          0.15,
        );
      }
    }
  }
}

/** The painter's seal: red, with a few strokes cut out of it. */
export function* seal({ film, random }: Brush, red: Radiance): Painting {
  yield;
  const size = Math.round(film.unit * 0.044);
  const [left, top] = [film.width - Math.round(film.unit * 0.1), film.height - Math.round(film.unit * 0.11)];
  const cuts = Array.from({ length: 5 }, () => [0.14 + 0.6 * random(), 0.14 + 0.6 * random(), random() < 0.5] as const);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const [u, v] = [x / size, y / size];
      const isCut = cuts.some(([cu, cv, isAcross]) =>
        isAcross ? Math.abs(v - cv) < 0.05 && Math.abs(u - cu) < 0.24 : Math.abs(u - cu) < 0.05 && Math.abs(v - cv) < 0.24,
      );
      const isWorn = random() < 0.05;
      const isRim = Math.min(u, v, 1 - u, 1 - v) > 0.05 && Math.min(u, v, 1 - u, 1 - v) < 0.1;
      if (isCut || isWorn || isRim || left + x >= film.width || top + y >= film.height) continue;
      const at = ((top + y) * film.width + left + x) * 3;
      film.data[at] = red.r;
      film.data[at + 1] = red.g;
      film.data[at + 2] = red.b;
    }
  }
}
