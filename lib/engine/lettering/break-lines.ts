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

/** What is longer has to be cut somewhere. */
const longestWord = 28;

/** Between Chinese letters, after a hyphen, and nowhere before a mark that closes. */
function cutWord(word: string): readonly string[] {
  const parts: string[] = [];
  for (const letter of word) {
    const last = parts.at(-1);
    const end = [...(last ?? "")].at(-1) ?? "";
    const isSeam = wide.test(letter) || wide.test(end) || (last?.length ?? 0) >= longestWord;
    const mayBreak = last !== undefined && !closes.test(letter) && !opens.test(end) && isSeam;
    if (last === undefined || mayBreak) parts.push(letter);
    else parts[parts.length - 1] = last + letter;
  }
  return parts;
}

/** Pieces and what they take, measured once for however many ways of breaking them. */
export interface Measured {
  readonly pieces: readonly Piece[];
  /** How far all before a piece reach; one more than there are pieces. */
  readonly ends: readonly number[];
  readonly space: number;
  /** Of a break before a piece. */
  readonly costs: readonly number[];
}

export function measure(pieces: readonly Piece[], lengthOf: (text: string) => number): Measured {
  const space = lengthOf(" ");
  const known = new Map<string, number>();
  const ends = [0];
  for (const { text, hasSpace } of pieces) {
    const length = known.get(text) ?? lengthOf(text);
    known.set(text, length);
    ends.push((ends.at(-1) as number) + (hasSpace ? space : 0) + length);
  }
  return { pieces, ends, space, costs: [...pieces, undefined].map((_, at) => costOfBreak(pieces, at)) };
}

function lengthBetween({ pieces, ends, space }: Measured, from: number, to: number): number {
  return (ends[to] as number) - (ends[from] as number) - (pieces[from]?.hasSpace ? space : 0);
}

export interface Breaking {
  readonly lines: readonly string[];
  /** The length of the longest. */
  readonly length: number;
  /** How many of them end where a Chinese word may go on. */
  readonly cuts: number;
}

/** Of more pieces the most even breaking is not worth finding: lines are filled. */
const mostWeighed = 300;

/** Breaks pieces into so many lines; undefined where there are more forced breaks than that, or too few pieces. */
export function breakInto(measured: Measured, count: number): Breaking | undefined {
  const { pieces, costs } = measured;
  const starts = pieces.length > mostWeighed ? fill(measured, count) : weigh(measured, count);
  if (starts === undefined) return undefined;
  const spans = starts.map((from, n): readonly [number, number] => [from, starts[n + 1] ?? pieces.length]);
  return {
    lines: spans.map(([from, to]) => join(pieces.slice(from, to))),
    length: Math.max(...spans.map(([from, to]) => lengthBetween(measured, from, to))),
    cuts: spans.filter(([, to]) => costs[to] === withinWords).length,
  };
}

/** No line is so many times as long as the mean one. */
const longest = 8;

/** The most even way: where each line begins. */
function weigh(measured: Measured, count: number): readonly number[] | undefined {
  const { pieces, costs } = measured;
  const mean = Math.max(lengthBetween(measured, 0, pieces.length), 1e-6) / count;
  // best[n][end]: the least cost of n lines that hold the pieces before `end`.
  const best: { cost: number; from: number }[][] = [[{ cost: 0, from: 0 }]];
  for (let n = 1; n <= count; n++) {
    const row: { cost: number; from: number }[] = [];
    for (let end = 1; end <= pieces.length; end++) {
      let found = { cost: Infinity, from: 0 };
      for (let from = end - 1; from >= 0; from--) {
        const length = lengthBetween(measured, from, end);
        const before = best[n - 1]?.[from]?.cost ?? Infinity;
        const cost = before + unevenness(length, mean, end === pieces.length) + (costs[end] as number);
        if (cost < found.cost) found = { cost, from };
        if (pieces[from]?.isForced || length > longest * mean) break;
      }
      row[end] = found;
    }
    best.push(row);
  }
  if ((best[count]?.[pieces.length]?.cost ?? Infinity) === Infinity) return undefined;
  const starts: number[] = [];
  for (let n = count, end = pieces.length; n > 0; n--) {
    end = best[n]?.[end]?.from ?? 0;
    starts.unshift(end);
  }
  return starts;
}

/** One line after the other, in the least length with which so many do. */
function fill(measured: Measured, count: number): readonly number[] | undefined {
  const { pieces } = measured;
  const whole = lengthBetween(measured, 0, pieces.length);
  for (let room = whole / count; room <= whole * 1.03; room *= 1.03) {
    const starts = [0];
    for (let at = 1; at < pieces.length && starts.length <= count; at++) {
      if (pieces[at]?.isForced || lengthBetween(measured, starts.at(-1) as number, at + 1) > room) starts.push(at);
    }
    if (starts.length <= count) return starts;
  }
  return undefined;
}

/** What a break costs that is none of sense: between words, and between Chinese letters, which may be halves of a word. */
const betweenWords = 0.1;
const withinWords = 0.25;

/** Of a break before piece `at`. A space between Chinese letters, or between them and others, parts phrases. */
function costOfBreak(pieces: readonly Piece[], at: number): number {
  const [before, next] = [pieces[at - 1]?.text ?? "", pieces[at]];
  if (next === undefined || next.isForced || pause.test(before)) return 0;
  if (!next.hasSpace) return withinWords;
  return wide.test(before) || wide.test(next.text) ? 0 : betweenWords;
}

/** Uneven lines cost by the square, and a last line may be short rather than long. */
function unevenness(length: number, mean: number, isLast: boolean): number {
  const off = (length - mean) / mean;
  return off * off * (isLast && off < 0 ? 0.7 : 1);
}

function join(pieces: readonly Piece[]): string {
  return pieces.map(({ text, hasSpace }, n) => (hasSpace && n > 0 ? ` ${text}` : text)).join("");
}
