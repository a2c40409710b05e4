/** Lays a line of text out as strokes of the built-in letters. */
import { glyphs, marks } from "./glyphs.ts";

export type Point = readonly [x: number, y: number];

export interface Lettering {
  readonly strokes: readonly (readonly Point[])[];
  /** In units of the letters; capitals are 7 high. */
  readonly width: number;
}

/** The letters of a text that these shapes have, and the ones they do not: Chinese, for one. */
export function sortLetters(text: string): { readonly known: string; readonly unknown: string } {
  const isKnown = (letter: string): boolean => letter === " " || Object.hasOwn(glyphs, letter) || Object.hasOwn(marks, letter);
  const letters = [...text.normalize("NFD")];
  const known = letters.filter(isKnown).join("").replace(/\s+/gu, " ").trim();
  return {
    known,
    unknown: letters
      .filter((letter) => !isKnown(letter))
      .join("")
      .normalize("NFC"),
  };
}

export function layOut(text: string, gap = 1.5): Lettering {
  const strokes: (readonly Point[])[] = [];
  let pen = 0;
  let middle = 0;
  let isSmall = false;
  for (const letter of text.normalize("NFD")) {
    const mark = marks[letter];
    if (mark !== undefined) {
      // Marks sit lower on small letters.
      for (const stroke of readStrokes(mark)) strokes.push(stroke.map(([x, y]) => [middle + x, isSmall && y < 0 ? y + 2.2 : y]));
      continue;
    }
    const glyph = glyphs[letter];
    if (glyph === undefined) {
      pen += 2.7;
      continue;
    }
    const space = glyph.indexOf(" ");
    const width = Number(glyph.slice(0, space));
    for (const stroke of readStrokes(glyph.slice(space + 1))) strokes.push(stroke.map(([x, y]) => [pen + x, y]));
    middle = pen + width / 2;
    isSmall = /[a-z]/u.test(letter);
    pen += width + gap;
  }
  return { strokes, width: Math.max(0, pen - gap) };
}

function readStrokes(text: string): readonly (readonly Point[])[] {
  return text.split(" ").map((part) => {
    const numbers = part.slice(1).split(",").map(Number);
    if (part.startsWith("L"))
      return Array.from({ length: numbers.length / 2 }, (_, n): Point => [numbers[2 * n] ?? 0, numbers[2 * n + 1] ?? 0]);
    const [cx = 0, cy = 0, rx = 0, ry = 0, from = 0, to = 0] = numbers;
    const steps = Math.max(6, Math.ceil(Math.abs(to - from) / 9));
    return Array.from({ length: steps + 1 }, (_, n): Point => {
      const angle = ((from + ((to - from) * n) / steps) * Math.PI) / 180;
      return [cx + rx * Math.cos(angle), cy + ry * Math.sin(angle)];
    });
  });
}
