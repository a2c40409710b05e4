/** Rows of a grey picture, packed as a piece of a PNG that can be made and kept by itself. */
import { ZeroRunDeflate } from "./deflate-runs.ts";
import { pngChunk } from "./png-chunk.ts";

export interface PngBand {
  readonly chunk: Uint8Array<ArrayBuffer>;
  /** What the checksum of the whole needs to know of it: how many bytes it was, their sum, and the sum of all sums on the way. */
  readonly length: number;
  readonly sum: number;
  readonly sumOfSums: number;
}

const likeLeft = 1;
const likeAbove = 2;

const deflate = new ZeroRunDeflate();

/** Each row is told as how it differs from the one above; the first, which may not know that one, by how each pixel differs from the one before. */
export function packBand(rows: Uint8Array, width: number): PngBand {
  const height = rows.length / width;
  const sums = new Sums((width + 1) * height);
  let [above, here] = [new Row(width), new Row(width)];
  for (let row = 0; row < height; row += 1) {
    [above, here] = [here, above];
    here.levels.set(rows.subarray(row * width, (row + 1) * width));
    if (row === 0) packFirst(here, width, sums);
    else packNext(here, above, width, sums, row * (width + 1));
  }
  return { chunk: pngChunk("IDAT", deflate.flush()), ...sums.found() };
}

/** Copied to where four pixels can be compared at once; the last word may reach beyond the row. */
class Row {
  readonly words: Uint32Array;
  readonly levels: Uint8Array;

  constructor(width: number) {
    this.words = new Uint32Array(Math.ceil(width / 4));
    this.levels = new Uint8Array(this.words.buffer);
  }
}

function packFirst({ levels }: Row, width: number, sums: Sums): void {
  deflate.byte(likeLeft);
  sums.add(0, likeLeft);
  for (let column = 0, left = 0; column < width; column += 1) {
    const level = levels[column] ?? 0;
    const step = (level - left) & 255;
    deflate.byte(step);
    sums.add(column + 1, step);
    left = level;
  }
}

function packNext({ words, levels }: Row, above: Row, width: number, sums: Sums, from: number): void {
  const { words: wordsAbove, levels: levelsAbove } = above;
  deflate.byte(likeAbove);
  sums.add(from, likeAbove);
  let same = 0;
  for (let word = 0; word < words.length; word += 1) {
    if (words[word] === wordsAbove[word]) {
      same += 4;
      continue;
    }
    deflate.addZeros(same);
    same = 0;
    const end = Math.min(width, word * 4 + 4);
    for (let column = word * 4; column < end; column += 1) {
      const step = ((levels[column] ?? 0) - (levelsAbove[column] ?? 0)) & 255;
      deflate.byte(step);
      sums.add(from + column + 1, step);
    }
  }
  if (same > 0) deflate.addZeros(same - (words.length * 4 - width));
}

/** Zeros add nothing, wherever they stand. */
class Sums {
  private readonly length: number;
  private sum = 0;
  private sumOfSums = 0;

  constructor(length: number) {
    this.length = length;
  }

  add(at: number, value: number): void {
    this.sum += value;
    this.sumOfSums += (this.length - at) * value;
  }

  found(): Pick<PngBand, "length" | "sum" | "sumOfSums"> {
    return { length: this.length, sum: this.sum, sumOfSums: this.sumOfSums };
  }
}
