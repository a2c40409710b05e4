/** Slices of fonts in memory: read with the first letter that needs one, and no more of them than a few texts use. */
import { readFile } from "node:fs/promises";
import { Blob, Face, Font, Variation } from "harfbuzzjs";
import decompress from "woff2-encoder/decompress";
import type { Look, PathStep } from "#lib/engine/lettering/typeface.ts";
import { type Family, filesFor } from "./families.ts";

/** About five megabytes: unpacked, a slice takes at most 200 kB. */
const mostSlices = 24;

/** The font of a slice in one weight. */
export interface Slice {
  readonly file: string;
  readonly font: Font;
  /** What letters are drawn in: so many to an em. */
  readonly unitsPerEm: number;
  readonly outlines: Map<number, readonly PathStep[]>;
}

const faces = new Map<string, Promise<Face>>();

/** The first slice of these families that has the letter. */
export async function sliceWith(letter: number, families: readonly Family[], { weight }: Look): Promise<Slice | undefined> {
  for (const family of families) {
    for (const file of filesFor(family, letter)) {
      const face = await open(file);
      const font = new Font(face);
      if (font.nominalGlyph(letter) === undefined) continue;
      if (family.isVariable) font.setVariations([new Variation("wght", weight)]);
      return { file, font, unitsPerEm: face.upem, outlines: new Map() };
    }
  }
  return undefined;
}

function open(file: string): Promise<Face> {
  const known = faces.get(file);
  const face = known ?? readFile(file).then(decompress).then(faceOf);
  // The one that was asked for last leaves last.
  faces.delete(file);
  faces.set(file, face);
  face.catch(() => faces.delete(file));
  for (const oldest of [...faces.keys()].slice(0, -mostSlices)) faces.delete(oldest);
  return face;
}

function faceOf(bytes: Uint8Array): Face {
  return new Face(new Blob(bytes));
}

/** In ems, y downwards. */
export function outlineOf({ font, unitsPerEm, outlines }: Slice, glyph: number): readonly PathStep[] {
  const known = outlines.get(glyph);
  if (known !== undefined) return known;
  const steps: PathStep[] = [];
  for (const { type, values } of font.glyphToJson(glyph)) {
    const numbers = values.map((value, n) => (n % 2 === 0 ? value : -value) / unitsPerEm);
    if (type !== "Z") steps.push([type, ...numbers] as unknown as PathStep);
  }
  outlines.set(glyph, steps);
  return steps;
}
