/** Where on a painted scene words may lie: as it was meant to be laid out, unless something that it shows is there. */
import type { PlacedText } from "#lib/engine/lettering/place-text.ts";
import type { Canvas, Painting } from "./light/canvas.ts";

/** Steps of brightness between neighbouring cells that no letter should cross. */
const disturbing = 34;
/** A place has to be so much quieter than the one that was meant. */
const worthAMove = 0.6;
/** What a letter half as large is worth in steps of brightness. */
const forSize = 30;

/** What lies on a thing is worth so much unrest, and more the more of it. */
const onThing = 60;

/** Which cells of the picture things were set into. */
export interface Taken {
  cells?: readonly boolean[];
}

/** Notes where a layer changes the picture. */
export function* markTaken(canvas: Canvas, painting: Painting, taken: Taken): Painting {
  const before = sketch(canvas);
  yield;
  yield* painting;
  const after = sketch(canvas);
  taken.cells = after.map((value, n) => Math.abs(value - (before[n] as number)) > 14);
  yield;
}

/** A disc that words keep off: the moon is in the sky before things are set in. */
export function holdDisc(
  canvas: Canvas,
  taken: Taken,
  { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
): void {
  const cell = cellOf(canvas);
  const across = Math.ceil(canvas.width / cell);
  const held = (n: number): boolean => {
    const [u, v] = [((n % across) + 0.5) * cell - x, (Math.floor(n / across) + 0.5) * cell - y];
    return u * u + v * v < (radius + 0.7 * cell) ** 2;
  };
  const count = across * Math.ceil(canvas.height / cell);
  taken.cells = Array.from({ length: count }, (_, n) => taken.cells?.[n] === true || held(n));
}

function cellOf({ unit }: Canvas): number {
  return Math.max(2, Math.round(unit / 36));
}

function sketch(canvas: Canvas): readonly number[] {
  const cell = cellOf(canvas);
  const across = Math.ceil(canvas.width / cell);
  return Array.from({ length: across * Math.ceil(canvas.height / cell) }, (_, n) =>
    brightness(canvas, (n % across) * cell, Math.floor(n / across) * cell, cell),
  );
}

/** The first is the one that was meant. */
export function chooseQuiet(canvas: Canvas, ways: readonly PlacedText[], taken: Taken): PlacedText | undefined {
  const [meant] = ways;
  if (meant === undefined) return undefined;
  const unrest = unrestIn(canvas, meant, taken);
  if (unrest < disturbing) return meant;
  const largest = Math.max(...ways.map(({ size }) => size));
  const costs = ways.map((way) => unrestIn(canvas, way, taken) + forSize * (1 - way.size / largest));
  const best = costs.indexOf(Math.min(...costs));
  return (costs[best] as number) < worthAMove * (costs[0] as number) ? ways[best] : meant;
}

/** How strong the strongest steps are beneath its lines: what a moon's rim is and a sky's slow change is not. */
function unrestIn(canvas: Canvas, { box }: PlacedText, { cells: things }: Taken): number {
  const cell = cellOf(canvas);
  const columns = Math.ceil(canvas.width / cell);
  const [fromX, fromY] = [Math.max(0, Math.floor(box.left / cell - 0.5)), Math.max(0, Math.floor(box.top / cell - 0.5))];
  const toX = Math.min(columns, Math.ceil((box.left + box.width) / cell + 0.5));
  const toY = Math.min(Math.ceil(canvas.height / cell), Math.ceil((box.top + box.height) / cell + 0.5));
  const across = toX - fromX;
  const steps: number[] = [];
  const row: number[] = [];
  let covered = 0;
  for (let y = fromY; y < toY; y++) {
    for (let x = fromX; x < toX; x++) {
      const here = brightness(canvas, x * cell, y * cell, cell);
      if (x > fromX) steps.push(Math.abs(here - (row[x - fromX - 1] as number)));
      if (y > fromY) steps.push(Math.abs(here - (row[x - fromX] as number)));
      row[x - fromX] = here;
      if (things?.[y * columns + x]) covered++;
    }
  }
  steps.sort((a, b) => b - a);
  const strongest = steps.slice(0, Math.max(1, Math.ceil(steps.length * 0.04)));
  const sum = strongest.reduce((total, step) => total + step, 0);
  const share = covered / Math.max(1, across * (toY - fromY));
  return sum / strongest.length + (covered === 0 ? 0 : onThing * (0.6 + 4 * share));
}

function brightness({ width, height, data }: Canvas, left: number, top: number, cell: number): number {
  let sum = 0;
  let count = 0;
  for (let y = top; y < Math.min(height, top + cell); y += 2) {
    for (let x = left; x < Math.min(width, left + cell); x += 2) {
      const at = (y * width + x) * 3;
      sum += 0.3 * (data[at] as number) + 0.6 * (data[at + 1] as number) + 0.1 * (data[at + 2] as number);
      count++;
    }
  }
  return sum / Math.max(1, count);
}
