/** Patterns that repeat without a seam: the cells divide the picture evenly. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom } from "#lib/pixels/random.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { between, dim, hex, luma, type Radiance, radianceOf, set, towards } from "../light/radiance.ts";
import type { PatternKind, Scene } from "../scene.ts";
import { citrus } from "./citrus.ts";
import { cloudTall, luckyClouds } from "./lucky-clouds.ts";
import { chance, cover, type Grid, type Motif, tone } from "./motif.ts";
import { porcelain } from "./porcelain.ts";
import { type Swatches, swatchesFor } from "./swatches.ts";
import { hexagons, houndstooth, leaves } from "./tiles-and-leaves.ts";

interface Design {
  /** Cells along the shorter side. */
  readonly cells: number;
  readonly motif: Motif;
  /** Odd rows stand half a cell aside, and rows overlap by this share. */
  readonly isStaggered?: boolean;
  /** How much taller than wide a cell is. */
  readonly tall?: number;
  /** Which of the five tones lies behind; usually the palest. */
  readonly groundTone?: 0 | 1;
}

export function* paintPattern(film: Film, scene: Scene): Painting {
  const random = createRandom(scene.seed + 171);
  const noise = createNoiseField(scene.seed + 172);
  // What belongs to one country is for who asks for it.
  const kinds = (Object.keys(designs) as PatternKind[]).filter((kind) => kind !== "porcelain" && kind !== "lucky clouds");
  const design = designs[scene.pattern ?? kinds[Math.floor(random() * kinds.length)] ?? "arcs"];
  const even = (n: number): number => (design.isStaggered ? Math.max(2, 2 * Math.round(n / 2)) : Math.max(2, Math.round(n)));
  const across = even((film.width / film.unit) * design.cells);
  const size = film.width / across;
  const down = even(film.height / (size * (design.tall ?? 1)));
  const grid: Grid = {
    across,
    down,
    size,
    seed: scene.seed,
    swatches: swatchesOn(scene, design.groundTone ?? 4),
    isOfOne: isOfLemons(scene),
  };
  yield* expose(film, 0, film.height, (x, y, out) => {
    const v = ((y + 0.5) / film.height) * down;
    const row = Math.floor(v);
    const u = ((x + 0.5) / film.width) * across + (design.isStaggered && row % 2 === 1 ? 0.5 : 0);
    const column = Math.floor(u);
    design.motif(out, u - column, v - row, column % across, row, grid);
    dim(out, 0.965 + 0.05 * noise.fractal(x * 0.55, y * 0.55, 2));
  });
}

function isOfLemons({ things }: Scene): boolean {
  return things.includes("lemon") && !things.includes("orange") && !things.includes("fruit");
}

/** "Mustard on navy": what is said to lie behind is the ground, and the others are what is laid on it. */
function swatchesOn(scene: Scene, groundTone: 0 | 1 | 4): Swatches {
  if (scene.ground === undefined) {
    const [one, other] = scene.palette.map((colour) => radianceOf(colour));
    if (one === undefined || other === undefined || scene.palette.length > 2) return swatchesFor(scene);
    // Gold and black is drawn on the black, too.
    const [first, second] = luma(other) < 0.015 ? [other, one] : [one, other];
    if (luma(first) > 0.03) return swatchesFor(scene);
    // Black and gold: drawn in the one on the other.
    const black = between(first, second, 0.04);
    return groundTone === 0
      ? [black, second, between(first, second, 0.3), second, second]
      : [second, first, between(first, second, 0.3), second, black];
  }
  const { ground } = scene;
  const [a, b, c, d, e] = swatchesFor({ ...scene, palette: scene.palette.filter((colour) => colour !== ground) });
  const behind = radianceOf(ground);
  if (groundTone === 1) return [between(behind, hex("0c0d14"), 0.4), behind, c, luma(behind) > 0.35 ? b : c, e];
  return groundTone === 0 ? [behind, between(a, b, 0.7), c, d, between(behind, hex("fffaf0"), 0.8)] : [between(a, b, 0.7), b, c, d, behind];
}

/** Quarter circles in tiles that are turned at random: lines that wander through the whole. */
const arcs: Motif = (out, u, v, column, row, grid) => {
  const isTurned = chance(grid, column, row, 1) < 0.5;
  const a = isTurned ? 1 - u : u;
  set(out, tone(grid, 4));
  for (const [x, y] of [
    [a, v],
    [1 - a, 1 - v],
  ] as const) {
    const r = lengthOf(x, y);
    towards(out, tone(grid, 0), cover(Math.abs(r - 0.5) - 0.19, grid));
    towards(out, tone(grid, 2), cover(Math.abs(r - 0.5) - 0.11, grid));
    towards(out, tone(grid, 3), cover(Math.abs(r - 0.5) - 0.035, grid));
  }
};

/** Overlapping scales of rings, as the sea is woven in Japan. */
const scales: Motif = (out, u, v, _column, _row, grid) => {
  set(out, tone(grid, 1));
  // A scale hangs from two rows further up; the lower ones lie over it.
  const spots: readonly (readonly [number, number, number])[] = [
    [0.5, -0.5, 0],
    [0, 0, 1],
    [1, 0, 2],
    [0.5, 0.5, 3],
    [0, 1, 4],
    [1, 1, 5],
    [0.5, 1.5, 6],
  ];
  for (const [cx, cy] of spots) {
    const r = lengthOf(u - cx, (v - cy) * 0.5) / 0.5;
    if (r > 1.04) continue;
    towards(out, tone(grid, 0), cover((r - 1) * 0.5, grid));
    for (const [ring, n] of [
      [0.92, 4],
      [0.72, 1],
      [0.64, 4],
      [0.44, 2],
      [0.36, 4],
      [0.18, 3],
    ] as const)
      towards(out, tone(grid, n), cover((r - ring) * 0.5, grid));
  }
};

const dots: Motif = (out, u, v, column, row, grid) => {
  set(out, tone(grid, 4));
  const r = lengthOf(u - 0.5, v - 0.5);
  const n = Math.floor(chance(grid, column, row, 2) * 4);
  towards(out, tone(grid, n), cover(r - 0.32, grid));
  if (n === 1) towards(out, tone(grid, 4), cover(r - 0.16, grid));
};

const chevrons: Motif = (out, u, v, _column, row, grid) => {
  const t = v + Math.abs(u - 0.5) * 0.9 + row;
  const band = (t * 2) % 4;
  const n = Math.floor(band);
  set(out, tone(grid, [0, 2, 3, 4][n] ?? 0));
  towards(out, tone(grid, [2, 3, 4, 0][n] ?? 0), cover((1 - (band - n)) * 0.4, grid));
};

const triangles: Motif = (out, u, v, column, row, grid) => {
  const isFalling = (column + row) % 2 === 0;
  const d = (isFalling ? u - v : u + v - 1) / Math.SQRT2;
  const pick = (salt: number): Radiance => tone(grid, Math.floor(chance(grid, column, row, salt) * 5));
  set(out, pick(3));
  towards(out, pick(4), cover(-d, grid));
};

const checks: Motif = (out, u, v, _column, _row, grid) => {
  set(out, tone(grid, 4));
  const bands: readonly (readonly [from: number, to: number, ink: number, share: number])[] = [
    [0.06, 0.44, 1, 0.5],
    [0.23, 0.27, 3, 0.9],
    [0.62, 0.68, 2, 0.8],
    [0.74, 0.76, 0, 0.8],
    [0.84, 0.96, 2, 0.4],
  ];
  for (const at of [u, v]) {
    for (const [from, to, ink, share] of bands) {
      towards(out, tone(grid, ink), share * Math.max(0, Math.min(1, cover(Math.abs(at - (from + to) / 2) - (to - from) / 2, grid))));
    }
  }
  const twill = Math.sin((u + v) * grid.size * 1.6);
  dim(out, 1 + 0.03 * twill);
};

const flowers: Motif = (out, u, v, column, row, grid) => {
  set(out, tone(grid, 0));
  const [x, y] = [u - 0.5, v - 0.5];
  const angle = Math.atan2(y, x) + chance(grid, column, row, 5) * 3;
  const r = lengthOf(x, y);
  const petals = 5 + Math.floor(chance(grid, column, row, 6) * 2);
  const edge = 0.26 + 0.1 * Math.cos(angle * petals);
  const leaf = Math.max(lengthOf(x - 0.36, y - 0.36) - 0.3, lengthOf(x - 0.36 + 0.16, y - 0.36 - 0.16) - 0.3);
  const other = Math.max(lengthOf(x + 0.36, y + 0.36) - 0.3, lengthOf(x + 0.36 - 0.16, y + 0.36 + 0.16) - 0.3);
  towards(out, tone(grid, 1), cover(Math.min(leaf, other) + 0.1, grid));
  const own = 2 + Math.floor(chance(grid, column, row, 7) * 3);
  towards(out, tone(grid, own), cover(r - edge, grid));
  towards(out, tone(grid, own === 4 ? 2 : 4), 0.6 * Math.max(0, Math.min(1, cover(r - edge * 0.45, grid))));
  towards(out, tone(grid, own === 3 ? 1 : 3), cover(r - 0.07, grid));
};

const terrazzo: Motif = (out, u, v, column, row, grid) => {
  set(out, tone(grid, 4));
  for (let j = -1; j <= 1; j++) {
    for (let i = -1; i <= 1; i++) {
      const [c, r] = [(column + i + grid.across) % grid.across, (row + j + grid.down) % grid.down];
      const at = (salt: number): number => chance(grid, c, r, salt);
      const [x, y] = [u - i - 0.2 - 0.6 * at(8), v - j - 0.2 - 0.6 * at(9)];
      const turn = at(10) * 6.3;
      const size = 0.15 + 0.29 * at(11);
      let chip = -1;
      for (let n = 0; n < 5; n++) {
        const a = turn + n * 1.256 + 0.7 * at(12 + n);
        chip = Math.max(chip, x * Math.cos(a) + y * Math.sin(a) - size * (0.6 + 0.5 * at(18 + n)));
      }
      towards(out, tone(grid, Math.floor(at(24) * 4)), cover(chip, grid));
    }
  }
};

const stripes: Motif = (out, u, _v, column, _row, grid) => {
  const n = [0, 4, 2, 4, 3, 4, 1, 4][column % 8] ?? 0;
  set(out, tone(grid, n));
  towards(out, tone(grid, 4), 0.9 * Math.max(0, Math.min(1, cover(Math.min(u, 1 - u) - 0.06, grid))));
};

const designs: Readonly<Record<PatternKind, Design>> = {
  arcs: { cells: 6, motif: arcs },
  scales: { cells: 6, motif: scales },
  dots: { cells: 8, motif: dots, isStaggered: true },
  chevrons: { cells: 6, motif: chevrons },
  triangles: { cells: 7, motif: triangles },
  citrus: { cells: 4, motif: citrus, isStaggered: true },
  checks: { cells: 3, motif: checks },
  flowers: { cells: 5, motif: flowers, isStaggered: true, groundTone: 0 },
  terrazzo: { cells: 9, motif: terrazzo },
  hexagons: { cells: 6, motif: hexagons, tall: Math.sqrt(3) },
  houndstooth: { cells: 7, motif: houndstooth },
  leaves: { cells: 4, motif: leaves, groundTone: 0 },
  "lucky clouds": { cells: 3, motif: luckyClouds, isStaggered: true, tall: cloudTall, groundTone: 1 },
  porcelain: { cells: 4, motif: porcelain, isStaggered: true },
  stripes: { cells: 12, motif: stripes },
};
