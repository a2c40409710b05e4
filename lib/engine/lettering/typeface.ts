/**
 * What the engine asks of letters. Fonts are files, and the engine reads none of them: whoever runs it hands in a typesetter, which
 * loads what a text needs; lines are then set without waiting. All lengths are in ems, y grows downwards, the baseline is at 0.
 */
export const faceNames = ["sans", "serif", "brush"] as const;
export type FaceName = (typeof faceNames)[number];

export type PathStep =
  | readonly ["M" | "L", x: number, y: number]
  | readonly ["Q", cx: number, cy: number, x: number, y: number]
  | readonly ["C", ax: number, ay: number, bx: number, by: number, x: number, y: number];

export interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One line, or one column, of letters in their places. */
export interface SetLine {
  /** Closed outlines; where two overlap both are ink. */
  readonly outlines: readonly (readonly PathStep[])[];
  /** What is covered with ink; undefined for a line of spaces. */
  readonly ink: Extent | undefined;
  /** How far the line reaches in the direction it is read in. */
  readonly length: number;
}

export interface LineOptions {
  /** Added between letters. */
  readonly tracking?: number;
  /** From top to bottom; what is not Chinese lies on its side. */
  readonly isVertical?: boolean;
}

export interface Typeface {
  /** The letters of the text that no font has, each once, in their order. */
  readonly missing: string;
  setLine(line: string, options?: LineOptions): SetLine;
}

export interface Look {
  readonly face: FaceName;
  /** 100 to 900, for faces that have more than one weight. */
  readonly weight: number;
}

/** Loads what the letters of a text need. */
export type Typesetter = (text: string, look: Look) => Promise<Typeface>;

/** What of a text can be written. */
export function writable(text: string, { missing }: Typeface): string {
  return [...text.normalize("NFC")].filter((letter) => !missing.includes(letter)).join("");
}

/** How letters usually look, where nothing else is asked for. */
export const usualLook: Look = { face: "sans", weight: 700 };
