/** The fonts that letters are written in: freely licensed, from packages, cut into slices by the letters they hold. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { FaceName } from "#lib/engine/lettering/typeface.ts";

export interface Family {
  readonly package: string;
  /** What its files' names end in, after the slice. */
  readonly ending: string;
  /** For families with one weight there is nothing to vary. */
  readonly isVariable: boolean;
}

const variable = (name: string): Family => ({
  package: `@fontsource-variable/${name}`,
  ending: "wght-normal.woff2",
  isVariable: true,
});

const inter = variable("inter");
const notoSans = variable("noto-sans-sc");
const caveat = variable("caveat");
const playfair = variable("playfair-display");
const notoSerif = variable("noto-serif-sc");
const maShanZheng: Family = { package: "@fontsource/ma-shan-zheng", ending: "400-normal.woff2", isVariable: false };

/** A letter is taken from the first that has it: better in another hand than not at all. */
export const familiesOf: Readonly<Record<FaceName, readonly Family[]>> = {
  sans: [inter, notoSans],
  serif: [playfair, notoSerif, inter, notoSans],
  brush: [maShanZheng, caveat, notoSerif, inter, notoSans],
};

/** What is Chinese when it stands in Chinese is taken from here first: its marks are as wide as its letters. */
export const chineseOf: Readonly<Record<FaceName, readonly Family[]>> = {
  sans: [notoSans],
  serif: [notoSerif],
  brush: [maShanZheng, notoSerif],
};

const find = createRequire(import.meta.url);

interface Slice {
  readonly file: string;
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

const slices = new Map<Family, readonly Slice[]>();

/** The files that may hold a letter, the likeliest first; ranges say what a slice was cut for, not what the font had to put there. */
export function filesFor(family: Family, letter: number): readonly string[] {
  const known = slices.get(family) ?? readSlices(family);
  slices.set(family, known);
  return known.filter(({ ranges }) => ranges.some(([from, to]) => from <= letter && letter <= to)).map(({ file }) => file);
}

function readSlices(family: Family): readonly Slice[] {
  const folder = path.dirname(find.resolve(`${family.package}/package.json`));
  const table: Readonly<Record<string, string>> = JSON.parse(readFileSync(path.join(folder, "unicode.json"), "utf8"));
  const name = path.basename(family.package);
  // Those with a name of their own hold an alphabet whole, so that its letters are kerned with each other.
  const named = Object.entries(table).sort(([a], [b]) => Number(a.startsWith("[")) - Number(b.startsWith("[")));
  return named.map(([slice, ranges]) => ({
    file: path.join(folder, "files", `${name}-${slice.replace(/[[\]]/g, "")}-${family.ending}`),
    ranges: ranges.split(",").map(readRange),
  }));
}

function readRange(text: string): readonly [number, number] {
  const [from = "", to = from] = text.replace(/^U\+/i, "").split("-");
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}
