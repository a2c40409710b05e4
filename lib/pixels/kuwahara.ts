/**
 * The Kuwahara filter: every pixel takes the mean of the calmest of the four squares that meet in it, blended softly,
 * which turns texture into strokes of flat paint and leaves edges sharp.
 */
import { newRaster, type Raster } from "./raster.ts";
import { part, type Work } from "./work.ts";

const preference = 4;

export function* kuwahara(source: Raster, radius: number): Work<Raster> {
  const { width, height } = source;
  const tables = yield* part(sumTables(source), 0, 0.1);
  const result = newRaster(width, height, 3);
  const stride = width + 1;
  for (let y = 0; y < height; y++) {
    if (y % 16 === 0) yield 0.1 + (0.9 * y) / height;
    for (let x = 0; x < width; x++) {
      let [red, green, blue, total] = [0, 0, 0, 0];
      for (let quadrant = 0; quadrant < 4; quadrant++) {
        const left = quadrant % 2 === 0 ? Math.max(0, x - radius) : x;
        const right = quadrant % 2 === 0 ? x + 1 : Math.min(width, x + radius + 1);
        const top = quadrant < 2 ? Math.max(0, y - radius) : y;
        const bottom = quadrant < 2 ? y + 1 : Math.min(height, y + radius + 1);
        const [a, b, c, d] = [top * stride + left, top * stride + right, bottom * stride + left, bottom * stride + right];
        const count = (right - left) * (bottom - top);
        const mean = (table: Float64Array): number =>
          ((table[d] as number) - (table[b] as number) - (table[c] as number) + (table[a] as number)) / count;
        const [r, g, bl] = [mean(tables.red), mean(tables.green), mean(tables.blue)];
        const variance = Math.max(0, mean(tables.squares) - r * r - g * g - bl * bl);
        const weight = 1 / (1 + variance / 20) ** preference;
        red += weight * r;
        green += weight * g;
        blue += weight * bl;
        total += weight;
      }
      const at = (y * width + x) * 3;
      result.data[at] = red / total;
      result.data[at + 1] = green / total;
      result.data[at + 2] = blue / total;
    }
  }
  return result;
}

/** Summed-area tables: the sum of a rectangle, wherever it lies, from four look-ups. */
function* sumTables(source: Raster): Work<Readonly<Record<"red" | "green" | "blue" | "squares", Float64Array>>> {
  const { width, height, channels, data } = source;
  const stride = width + 1;
  const size = stride * (height + 1);
  const tables = {
    red: new Float64Array(size),
    green: new Float64Array(size),
    blue: new Float64Array(size),
    squares: new Float64Array(size),
  };
  for (let y = 0; y < height; y++) {
    if (y % 64 === 0) yield y / height;
    let [red, green, blue, squares] = [0, 0, 0, 0];
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * channels;
      const [r, g, b] = [data[at] as number, data[at + 1] as number, data[at + 2] as number];
      red += r;
      green += g;
      blue += b;
      squares += r * r + g * g + b * b;
      const to = (y + 1) * stride + x + 1;
      tables.red[to] = (tables.red[to - stride] as number) + red;
      tables.green[to] = (tables.green[to - stride] as number) + green;
      tables.blue[to] = (tables.blue[to - stride] as number) + blue;
      tables.squares[to] = (tables.squares[to - stride] as number) + squares;
    }
  }
  return tables;
}
