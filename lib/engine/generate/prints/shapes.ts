/** A composition of plain shapes on a grid, printed in flat colours that overlap a little out of register. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom } from "#lib/pixels/random.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { dim, type Radiance, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import { swatchesFor } from "./swatches.ts";

type Kind = "disc" | "quarter" | "half" | "ring" | "bars" | "triangle" | "petal" | "plain" | "arch";
const kinds: readonly Kind[] = ["disc", "quarter", "quarter", "half", "ring", "bars", "triangle", "petal", "plain", "arch"];

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly kind: Kind;
  readonly turn: number;
  readonly ground: Radiance;
  readonly ink: Radiance;
  readonly second: Radiance;
}

export function* paintShapes(film: Film, scene: Scene): Painting {
  const random = createRandom(scene.seed + 111);
  const noise = createNoiseField(scene.seed + 112);
  const swatches = swatchesFor(scene);
  const across = Math.max(3, Math.round((film.width / film.unit) * 4));
  const side = film.width / across;
  const down = Math.ceil(film.height / side);
  const cells: (Cell | undefined)[] = Array.from({ length: across * down });
  const pick = (): Radiance => swatches[Math.floor(random() * 5)] as Radiance;
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      if (cells[row * across + column] !== undefined) continue;
      const isLarge = random() < 0.3 && column + 1 < across && row + 1 < down && cells[row * across + column + 1] === undefined;
      const ground = pick();
      let ink = pick();
      while (ink === ground) ink = pick();
      let second = pick();
      while (second === ground || second === ink) second = pick();
      const kind = kinds[Math.floor(random() * kinds.length)] ?? "disc";
      const cell: Cell = {
        x: column * side,
        y: row * side,
        size: isLarge ? side * 2 : side,
        kind,
        turn: Math.floor(random() * 4),
        ground,
        ink,
        second,
      };
      cells[row * across + column] = cell;
      if (isLarge) for (const at of [1, across, across + 1]) cells[row * across + column + at] = cell;
    }
  }
  yield* expose(film, 0, film.height, (x, y, out) => {
    const cell = cells[Math.min(down - 1, Math.floor(y / side)) * across + Math.min(across - 1, Math.floor(x / side))];
    if (cell === undefined) return;
    const [u, v] = turned((x + 0.5 - cell.x) / cell.size, (y + 0.5 - cell.y) / cell.size, cell.turn);
    const [main, inner] = coverOf(cell.kind, u, v);
    set(out, cell.ground);
    towards(out, cell.ink, 0.5 - main * cell.size);
    towards(out, cell.second, 0.5 - inner * cell.size);
    const print = noise.fractal(x * 0.5, y * 0.5, 2);
    dim(out, 0.95 + 0.1 * print - 0.05 * noise.fractal((x / film.unit) * 5, (y / film.unit) * 5, 3));
  });
}

function turned(u: number, v: number, turn: number): readonly [number, number] {
  if (turn === 1) return [v, 1 - u];
  if (turn === 2) return [1 - u, 1 - v];
  return turn === 3 ? [1 - v, u] : [u, v];
}

const none = 1;

/** Distances to the two inks of a cell, in cells; negative inside. */
function coverOf(kind: Kind, u: number, v: number): readonly [number, number] {
  const centre = lengthOf(u - 0.5, v - 0.5);
  const corner = lengthOf(u, v);
  switch (kind) {
    case "disc":
      return [centre - 0.38, centre - 0.16];
    case "quarter":
      return [corner - 1, corner - 0.5];
    case "half":
      return [Math.max(centre - 0.5, 0.5 - v), none];
    case "ring":
      return [Math.abs(centre - 0.33) - 0.11, centre - 0.08];
    case "bars":
      return [Math.abs(((u * 4) % 1) - 0.5) / 4 - 0.0625, none];
    case "triangle":
      return [(u + v - 1) / Math.SQRT2, Math.max(lengthOf(u - 0.74, v - 0.74) - 0.13, -1)];
    case "petal":
      return [Math.max(lengthOf(u - 1, v) - 1, lengthOf(u, v - 1) - 1), none];
    case "arch":
      return [v < 0.5 ? Math.max(centre - 0.5, -1) : Math.abs(u - 0.5) - 0.5, v < 0.5 ? centre - 0.24 : Math.abs(u - 0.5) - 0.24];
    default:
      return [none, centre - 0.1];
  }
}
