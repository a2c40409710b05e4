/**
 * Takes from what stands out the ground that came along: rock under an otter goes on beside it, and so is none of the
 * otter. What is removed has colours that are seen just outside about as often as inside.
 */
import { gaussianBlur } from "#lib/pixels/blur.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import { cellsOf, learnColours } from "#lib/pixels/segment/colour-model.ts";
import { cutOut } from "#lib/pixels/segment/cut-out.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import type { View } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { componentsOf } from "./components.ts";
import { areaOf } from "./masks.ts";
import { keepLargest } from "./pieces.ts";

/** How far about it is looked, in shares of the root of its area. */
const reach = 0.3;
/** Of a colour about the thing, how much must be inside to be its own. */
const [ratherGround, surelyOwn] = [0.5, 0.85];
/** Less than this is left only where thing and ground cannot be told by colour. */
const leastKept = 0.35;

/** `leastPiece` is what a piece must be of the best one to be kept. */
export function* shedGround(view: View, whole: Plane, leastPiece = 0.15): Work<Plane> {
  const { width, height } = view;
  const area = areaOf(whole);
  const about = gaussianBlur(whole, Math.max(2, reach * Math.sqrt(area)));
  const ring = about.data.map((near, i) => (1 - (whole.data[i] as number)) * ramp(near, 0.003, 0.05));
  const outer = ring.reduce((sum, value) => sum + value, 0);
  if (outer === 0) return whole;
  const cell = cellsOf(view.lab);
  const [inside, outside] = [learnColours(cell, (i) => whole.data[i] as number), learnColours(cell, (i) => ring[i] as number)];
  const prior = newPlane(width, height);
  for (let i = 0; i < prior.data.length; i++) {
    const at = cell[i] as number;
    const own = inside.likelihood(at) * area;
    const share = own / (own + outside.likelihood(at) * outer);
    prior.data[i] = Math.max(0.03, (whole.data[i] as number) * (0.1 + 0.85 * ramp(share, ratherGround, surelyOwn)));
  }
  yield 0.2;
  const cut = yield* part(cutOut(view, prior, { trustColours: 0.2, smoothness: 2.6, rounds: 1 }), 0.2, 1);
  const kept = keepLargest(withEdged(view, whole, cut), whole, leastPiece);
  return areaOf(kept) < leastKept * area ? whole : kept;
}

/** A difference in Lab that is an edge, two pixels to either side of an outline. */
const edge = 14;
const leastOpen = 0.45;

/** What was taken off comes back where an edge parts it from what lies outside: a face is not the grass of its colour. */
function withEdged(view: View, whole: Plane, cut: Plane): Plane {
  const { width, height } = cut;
  const result = { ...cut, data: cut.data.slice() };
  const off = whole.data.map((value, i) => (value > 0.5 && (cut.data[i] as number) < 0.5 ? 1 : 0));
  for (const pixels of componentsOf(off, width, height)) {
    let [open, closed] = [0, 0];
    for (const i of pixels) {
      for (const [dx, dy] of steps) {
        const [x, y] = [i % width, Math.floor(i / width)];
        if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) open++;
        else if ((whole.data[i + dx + dy * width] as number) < 0.5) {
          if (differenceAcross(view, x, y, dx, dy) < edge) open++;
          else closed++;
        }
      }
    }
    if (open <= leastOpen * (open + closed)) for (const i of pixels) result.data[i] = 1;
  }
  return result;
}

const steps = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

function differenceAcross({ lab, width, height }: View, x: number, y: number, dx: number, dy: number): number {
  const at = (far: number): number => {
    const [column, row] = [Math.min(width - 1, Math.max(0, x + far * dx)), Math.min(height - 1, Math.max(0, y + far * dy))];
    return (row * width + column) * 3;
  };
  const [within, beyond] = [at(-2), at(3)];
  return Math.hypot(...[0, 1, 2].map((c) => (lab[within + c] as number) - (lab[beyond + c] as number)));
}
