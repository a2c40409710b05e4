/** Where a text may be broken into lines, and the most even way to do it. */

/** A line never begins with these, and never ends with those that open something. */
const closes = /[\p{Pe}\p{Pf}，。！？、；：．,.!?;:%…‰℃」』》〉）】’”·~～—–-]/u;
const opens = /[\p{Ps}\p{Pi}「『《〈（【‘“¥￥$€£#]/u;
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
const pause = /[，。！？；：、,.!?;:…]$/u;

/** A piece that stays whole. */
export interface Piece {
  readonly text: string;
  /** A space stands before it, which is lost at the beginning of a line. */
  readonly hasSpace: boolean;
  /** A line begins here, whatever its length. */
  readonly isForced: boolean;
}

export function cutPieces(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const [n, line] of text.split(/\n+/u).entries()) {
    let isForced = n > 0;
    for (const word of line.split(/\s+/u).filter((each) => each !== "")) {
      for (const [part, piece] of cutWord(word).entries()) {
        pieces.push({ text: piece, hasSpace: part === 0 && !isForced && pieces.length > 0, isForced });
        isForced = false;
      }
    }
  }
  return pieces;
}

/** Between Chinese letters, after a hyphen, and nowhere before a mark that closes. */
function cutWord(word: string): readonly string[] {
  const parts: string[] = [];
  for (const letter of word) {
    const last = parts.at(-1);
    const end = [...(last ?? "")].at(-1) ?? "";
    const mayBreak = last !== undefined && !closes.test(letter) && !opens.test(end) && (wide.test(letter) || wide.test(end));
    if (last === undefined || mayBreak) parts.push(letter);
    else parts[parts.length - 1] = last + letter;
  }
  return parts;
}

export interface Breaking {
  readonly lines: readonly string[];
  /** The length of the longest. */
  readonly length: number;
}

/** The most even way to break pieces into so many lines; undefined where there are more forced breaks than that, or too few pieces. */
export function breakInto(pieces: readonly Piece[], count: number, lengthOf: (piece: string) => number): Breaking | undefined {
  const sizes = pieces.map(({ text }) => lengthOf(text));
  const space = lengthOf(" ");
  const ends = [0];
  for (const [n, size] of sizes.entries()) ends.push((ends[n] as number) + (pieces[n]?.hasSpace ? space : 0) + size);
  const lengths = (from: number, to: number): number =>
    (ends[to] as number) - (ends[from] as number) - (pieces[from]?.hasSpace ? space : 0);
  const whole = Math.max(lengths(0, pieces.length), 1e-6);
  // best[n][end]: the least cost of n lines that hold the pieces before `end`.
  const best: { cost: number; from: number }[][] = [[{ cost: 0, from: 0 }]];
  for (let n = 1; n <= count; n++) {
    const row: { cost: number; from: number }[] = [];
    for (let end = 1; end <= pieces.length; end++) {
      let found = { cost: Infinity, from: 0 };
      for (let from = end - 1; from >= 0; from--) {
        const cost = (best[n - 1]?.[from]?.cost ?? Infinity) + costOf(lengths(from, end), whole / count, pieces, end);
        if (cost < found.cost) found = { cost, from };
        if (pieces[from]?.isForced) break;
      }
      row[end] = found;
    }
    best.push(row);
  }
  if ((best[count]?.[pieces.length]?.cost ?? Infinity) === Infinity) return undefined;
  const lines: string[] = [];
  let length = 0;
  for (let n = count, end = pieces.length; n > 0; n--) {
    const from = best[n]?.[end]?.from ?? 0;
    lines.unshift(join(pieces.slice(from, end)));
    length = Math.max(length, lengths(from, end));
    end = from;
  }
  return { lines, length };
}

/** What a break costs that is none of sense: between words, and between Chinese letters, which may be halves of a word. */
const betweenWords = 0.06;
const withinWords = 0.25;

/** Uneven lines cost by the square, and a last line may be short rather than long. */
function costOf(length: number, mean: number, pieces: readonly Piece[], end: number): number {
  const isLast = end === pieces.length;
  const off = (length - mean) / mean;
  const unevenness = off * off * (isLast && off < 0 ? 0.7 : 1);
  const next = pieces[end];
  if (isLast || next?.isForced || pause.test(pieces[end - 1]?.text ?? "")) return unevenness;
  return unevenness + (next?.hasSpace ? betweenWords : withinWords);
}

function join(pieces: readonly Piece[]): string {
  return pieces.map(({ text, hasSpace }, n) => (hasSpace && n > 0 ? ` ${text}` : text)).join("");
}
