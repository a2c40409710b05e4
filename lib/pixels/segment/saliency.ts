/** What stands out: walled off from the border, unlike the border's colours, in focus, strong in colour, and rather in the middle. */
import { gaussianBlur } from "../blur.ts";
import { newPlane, type Plane } from "../plane.ts";
import type { Work } from "../work.ts";
import { barrierDistance } from "./barrier.ts";
import { ramp } from "./ramp.ts";
import type { View } from "./view.ts";

/** 0..1 for each pixel of the view. Pauses between its looks at the picture. */
export function* findSaliencySlowly(view: View): Work<Plane> {
  const { width, height, lab } = view;
  const pixels = width * height;
  const isSeed = borderSeeds(width, height);
  const barrier = new Float32Array(pixels);
  for (let c = 0; c < 3; c++) {
    yield c / 4;
    const values = gaussianBlur({ width, height, data: lab.filter((_, n) => n % 3 === c) }, 1).data;
    barrierDistance(values, isSeed, width).forEach((distance, i) => {
      barrier[i] = (barrier[i] as number) + distance;
    });
  }
  const unlike = unlikeBorder(view);
  yield 0.9;
  const result = newPlane(width, height);
  const [mostBarrier, mostUnlike] = [upperValue(barrier), upperValue(unlike)];
  const focus = gaussianBlur(view.slope, Math.max(width, height) / 28).data;
  const mostFocus = upperValue(focus);
  const mostChroma = Math.max(30, upperValue(view.chroma));
  yield 0.92;
  const told = view.focus().data;
  yield 0.96;
  for (let i = 0; i < pixels; i++) {
    const x = ((i % width) + 0.5) / width - 0.5;
    const y = (Math.floor(i / width) + 0.5) / height - 0.54;
    const central = Math.exp(-(x * x) / 0.16 - (y * y) / 0.18);
    const own = Math.min(1, (barrier[i] as number) / mostBarrier) + Math.min(1, (unlike[i] as number) / mostUnlike);
    const sharp = Math.min(1, (focus[i] as number) / mostFocus);
    result.data[i] =
      (own / 2) *
      (0.3 + 0.7 * central) *
      (0.4 + 0.6 * sharp) *
      (0.7 + 0.3 * Math.min(1, (view.chroma[i] as number) / mostChroma)) *
      // A bright leaf may stand out from the rest of a blurred ground; nobody has focused on it.
      (1 - 0.85 * ramp(-(told[i] as number), 0.1, 0.6));
  }
  const most = Math.max(1e-6, upperValue(result.data));
  return { ...result, data: result.data.map((value) => ramp(value / most, 0.12, 0.85)) };
}

/** The rim, but not the middle of its lower side: what stands on the ground is often cut off there. */
function borderSeeds(width: number, height: number): Uint8Array {
  const seeds = new Uint8Array(width * height);
  for (let x = 0; x < width; x++) {
    seeds[x] = 1;
    if (Math.abs(x / width - 0.5) > 0.3) seeds[(height - 1) * width + x] = 1;
  }
  for (let y = 0; y < height; y++) {
    seeds[y * width] = 1;
    seeds[y * width + width - 1] = 1;
  }
  return seeds;
}

/** Distance from the colours of the four sides; the side it is most unlike is left out, for the subject may touch it. */
function unlikeBorder({ width, height, lab }: View): Float32Array {
  const thick = Math.max(1, Math.round(Math.min(width, height) * 0.06));
  const sides = [
    (x: number) => x < thick,
    (x: number) => x >= width - thick,
    (_x: number, y: number) => y < thick,
    (_x: number, y: number) => y >= height - thick,
  ].map((isOnSide) => coloursWhere(lab, width, isOnSide));
  return Float32Array.from({ length: width * height }, (_, i) => {
    const far = sides.map(({ mean, spread }) => {
      let sum = 0;
      for (let c = 0; c < 3; c++) sum += (((lab[i * 3 + c] as number) - (mean[c] as number)) / (spread[c] as number)) ** 2;
      return Math.min(6, Math.sqrt(sum));
    });
    return far.reduce((sum, value) => sum + value, 0) - Math.max(...far);
  });
}

interface Colours {
  readonly mean: readonly number[];
  readonly spread: readonly number[];
}

function coloursWhere(lab: Float32Array, width: number, isOnSide: (x: number, y: number) => boolean): Colours {
  const [sum, squares] = [
    [0, 0, 0],
    [0, 0, 0],
  ];
  let count = 0;
  for (let i = 0; i < lab.length / 3; i++) {
    if (!isOnSide(i % width, Math.floor(i / width))) continue;
    count++;
    for (let c = 0; c < 3; c++) {
      const value = lab[i * 3 + c] as number;
      sum[c] = (sum[c] as number) + value;
      squares[c] = (squares[c] as number) + value * value;
    }
  }
  const mean = sum.map((value) => value / Math.max(1, count));
  // A floor keeps even borders from making every grain stand out.
  const spread = squares.map((value, c) => Math.sqrt(Math.max(0, value / Math.max(1, count) - (mean[c] as number) ** 2) + 36));
  return { mean, spread };
}

/** Nearly the largest value: what one pixel in fifty exceeds. */
function upperValue(values: Float32Array): number {
  const sorted = values.slice().sort();
  return Math.max(1e-6, sorted[Math.floor((sorted.length - 1) * 0.98)] as number);
}
