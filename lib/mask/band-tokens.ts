/**
 * Rows of a grey picture as a PNG tells them, in tokens: how each pixel differs from the one above it, and how many in a row do not. They are
 * kept: what is painted later is drawn on top of them, and turned around they are the same tokens with every difference turned around.
 */

/** A byte is its own token. A match, which is a run of zeros copied from one byte back, is this and its length. */
const matchToken = 256;
export const shortestMatch = 3;
export const longestMatch = 258;
/** What a row begins with: how its pixels are told. */
const likeLeft = 516;
const likeAbove = 517;
/** And the first of all pixels, which differs from nothing: this and its level. */
const firstToken = 520;
export const tokenCount = firstToken + 256;

/** By token: the byte that it stands for, 0 for a match, and how many bytes it is. */
export const byteOfToken = new Uint8Array(tokenCount);
export const bytesOfToken = new Uint16Array(tokenCount).fill(1);
/** By token: the one in its place where the picture is turned around. */
const turnedToken = Uint16Array.from({ length: tokenCount }, (_, token) => token);
for (let byte = 0; byte < 256; byte += 1) {
  byteOfToken[byte] = byteOfToken[firstToken + byte] = byte;
  turnedToken[byte] = -byte & 255;
  turnedToken[firstToken + byte] = firstToken + 255 - byte;
}
byteOfToken[likeLeft] = 1;
byteOfToken[likeAbove] = 2;
for (let length = shortestMatch; length <= longestMatch; length += 1) bytesOfToken[matchToken + length] = length;

export function matchOf(length: number): number {
  return matchToken + length;
}

export function isRowStart(token: number): boolean {
  return token === likeLeft || token === likeAbove;
}

export type BandTokens = Uint16Array<ArrayBuffer>;

/** Each row is told by the one above; the first, which may not know that one, by the pixels before. */
export function tellBand(rows: Uint8Array, width: number): BandTokens {
  const lines = new Lines(rows, width);
  const writer = new TokenWriter();
  lines.tellFirst(writer);
  for (let row = 1; row < rows.length / width; row += 1) lines.tellNext(row, writer);
  return writer.take();
}

export function turnTokens(tokens: BandTokens): BandTokens {
  return tokens.map((token) => turnedToken[token] ?? 0);
}

/** Rows that lie so that four pixels can be compared at once; where they do not they are copied, and the last four may reach beyond a row. */
class Lines {
  private readonly width: number;
  private readonly levels: Uint8Array;
  private readonly words: Uint32Array;
  private readonly wordsAcross: number;

  constructor(rows: Uint8Array, width: number) {
    this.width = width;
    this.wordsAcross = Math.ceil(width / 4);
    const across = this.wordsAcross * 4;
    if (across === width && rows.byteOffset % 4 === 0) this.levels = rows;
    else {
      this.levels = new Uint8Array((rows.length / width) * across);
      for (let from = 0, to = 0; from < rows.length; from += width, to += across) this.levels.set(rows.subarray(from, from + width), to);
    }
    this.words = new Uint32Array(this.levels.buffer, this.levels.byteOffset, this.levels.length / 4);
  }

  tellFirst(writer: TokenWriter): void {
    const { levels } = this;
    writer.add(likeLeft);
    writer.add(firstToken + (levels[0] ?? 0));
    for (let column = 1; column < this.width; column += 1) writer.addStep((levels[column] ?? 0) - (levels[column - 1] ?? 0));
    writer.endRun();
  }

  tellNext(row: number, writer: TokenWriter): void {
    const { words, levels, wordsAcross, width } = this;
    const across = wordsAcross * 4;
    const start = row * wordsAcross;
    const last = start + wordsAcross;
    writer.add(likeAbove);
    for (let word = start; word < last; word += 1) {
      const first = word;
      while (word < last && words[word] === words[word - wordsAcross]) word += 1;
      writer.addZeros(Math.min(width, (word - start) * 4) - (first - start) * 4);
      const end = Math.min(start * 4 + width, word * 4 + 4);
      for (let at = word * 4; at < end; at += 1) writer.addStep((levels[at] ?? 0) - (levels[at - across] ?? 0));
    }
    writer.endRun();
  }
}

class TokenWriter {
  private tokens = new Uint16Array(1 << 14);
  private count = 0;
  private zeros = 0;

  addStep(step: number): void {
    if (step === 0) this.zeros += 1;
    else {
      if (this.zeros > 0) this.endRun();
      this.add(step & 255);
    }
  }

  addZeros(count: number): void {
    this.zeros += count;
  }

  /** The first zero stands for itself: the others are copies of it. */
  endRun(): void {
    if (this.zeros === 0) return;
    this.add(0);
    let rest = this.zeros - 1;
    for (; rest >= shortestMatch; rest -= Math.min(rest, longestMatch)) this.add(matchToken + Math.min(rest, longestMatch));
    for (; rest > 0; rest -= 1) this.add(0);
    this.zeros = 0;
  }

  add(token: number): void {
    if (this.count === this.tokens.length) {
      const larger = new Uint16Array(this.count * 2);
      larger.set(this.tokens);
      this.tokens = larger;
    }
    this.tokens[this.count] = token;
    this.count += 1;
  }

  take(): BandTokens {
    return this.tokens.slice(0, this.count);
  }
}
