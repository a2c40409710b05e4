/** Of what was cut out for a person, what stands upright: ground at the feet and a shore behind the head run on to the sides. */
import { newPlane, type Plane } from "#lib/pixels/plane.ts";

/** Columns that have so much of the fullest one are of the body; arms reach beyond it by so much of its height. */
const leastOfFullest = 0.6;
const reach = 0.1;
/** Less than this beside the body is arms and what they hold, and stays. */
const leastBeside = 0.1;
/** Of its height, how much farther feet stand out than what is over them. */
const stride = 0.07;
/** Rather the body than the ground behind it, where colours do not say otherwise. */
const doubtful = 0.6;

export function keepUpright(mask: Plane): Plane {
  const { width, height, data } = mask;
  const counts = new Float64Array(width);
  for (let i = 0; i < data.length; i++) counts[i % width] = (counts[i % width] as number) + (data[i] as number);
  const tallest = Math.max(...counts);
  const middle = counts.indexOf(tallest);
  const isBody = (x: number): boolean => (counts[x] ?? 0) >= leastOfFullest * tallest;
  let [left, right] = [middle, middle];
  while (isBody(left - 1)) left--;
  while (isBody(right + 1)) right++;
  // What is wider than it is tall is no person who stands.
  if (right - left > tallest) return mask;
  const [from, to] = [left - reach * tallest, right + reach * tallest];
  const kept = newPlane(width, height);
  for (let i = 0; i < data.length; i++) if (i % width >= from && i % width <= to) kept.data[i] = data[i] as number;
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (kept.data.reduce((sum, value) => sum + value, 0) > (1 - leastBeside) * all) return mask;
  doubtRows(kept, Math.max(0, Math.ceil(from)), Math.min(width - 1, Math.floor(to)), stride * tallest);
  return kept;
}

type Span = readonly [left: number, right: number];

/** A row that runs on over a side is ground there, and the body hardly wider in it than in the nearest rows that do not. */
function doubtRows({ width, height, data }: Plane, from: number, to: number, wider: number): void {
  const spans = Array.from({ length: height }, (_, y) => spanOf(data.subarray(y * width, (y + 1) * width)));
  const isFree = (span: Span | undefined): span is Span => span !== undefined && span[0] > from && span[1] < to;
  for (const [y, span] of spans.entries()) {
    if (span === undefined || isFree(span)) continue;
    const near = [spans.slice(0, y).findLast(isFree), spans.slice(y).find(isFree)].filter((each) => each !== undefined);
    if (near.length === 0) continue;
    const left = span[0] > from ? span[0] : Math.min(...near.map((each) => each[0])) - wider;
    const right = span[1] < to ? span[1] : Math.max(...near.map((each) => each[1])) + wider;
    for (let x = from; x <= to; x++) data[y * width + x] = x < left || x > right ? 0 : doubtful * (data[y * width + x] as number);
  }
}

function spanOf(row: Float32Array): Span | undefined {
  const left = row.findIndex((value) => value > 0.5);
  return left < 0 ? undefined : [left, row.findLastIndex((value) => value > 0.5)];
}
