/** Where on a painted scene words may lie: as it was meant to be laid out, unless something that it shows is there. */
import type { PlacedText } from "#lib/engine/lettering/place-text.ts";
import type { Canvas } from "./canvas.ts";

/** Steps of brightness between neighbouring cells that no letter should cross. */
const disturbing = 26;
/** A place has to be so much quieter than the one that was meant. */
const worthAMove = 0.7;
/** What a letter half as large is worth in steps of brightness. */
const forSize = 30;

/** The first is the one that was meant. */
export function chooseQuiet(canvas: Canvas, ways: readonly PlacedText[]): PlacedText | undefined {
  const [meant] = ways;
  if (meant === undefined) return undefined;
  const unrest = unrestIn(canvas, meant);
  if (unrest < disturbing) return meant;
  const largest = Math.max(...ways.map(({ size }) => size));
  const costs = ways.map((way) => unrestIn(canvas, way) + forSize * (1 - way.size / largest));
  const best = costs.indexOf(Math.min(...costs));
  return (costs[best] as number) < worthAMove * (costs[0] as number) ? ways[best] : meant;
}

/** How strong the strongest steps are beneath its lines: what a moon's rim is and a sky's slow change is not. */
function unrestIn({ width, height, unit, data }: Canvas, { box }: PlacedText): number {
  const cell = Math.max(2, Math.round(unit / 36));
  const [left, top] = [Math.max(0, Math.floor(box.left - cell / 2)), Math.max(0, Math.floor(box.top - cell / 2))];
  const across = Math.max(1, Math.floor((Math.min(width, box.left + box.width + cell / 2) - left) / cell));
  const down = Math.max(1, Math.floor((Math.min(height, box.top + box.height + cell / 2) - top) / cell));
  const brightness = (column: number, row: number): number => {
    let sum = 0;
    let count = 0;
    for (let y = top + row * cell; y < Math.min(height, top + (row + 1) * cell); y += 2) {
      for (let x = left + column * cell; x < Math.min(width, left + (column + 1) * cell); x += 2) {
        const at = (y * width + x) * 3;
        sum += 0.3 * (data[at] as number) + 0.6 * (data[at + 1] as number) + 0.1 * (data[at + 2] as number);
        count++;
      }
    }
    return sum / Math.max(1, count);
  };
  const cells = Array.from({ length: across * down }, (_, n) => brightness(n % across, Math.floor(n / across)));
  const steps: number[] = [];
  for (let n = 0; n < cells.length; n++) {
    if (n % across > 0) steps.push(Math.abs((cells[n] as number) - (cells[n - 1] as number)));
    if (n >= across) steps.push(Math.abs((cells[n] as number) - (cells[n - across] as number)));
  }
  steps.sort((a, b) => b - a);
  const strongest = steps.slice(0, Math.max(1, Math.ceil(steps.length * 0.04)));
  return strongest.reduce((sum, step) => sum + step, 0) / strongest.length;
}
