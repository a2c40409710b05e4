/** Has the words of a scene set, before anything is painted: in which letters follows from what they stand on. */
import { type FaceName, type Look, type Typesetter, usualLook, writable } from "#lib/engine/lettering/typeface.ts";
import type { Scene } from "./scene.ts";

export interface Lettered {
  readonly scene: Scene;
  /** The letters that no font has. */
  readonly missing: string;
}

/** A monogram without letters is an A. */
export async function setLetters(scene: Scene, typeset: Typesetter): Promise<Lettered> {
  const { setting, text, face, things, isInk } = scene;
  const wanted = text ?? (setting === "monogram" ? "A" : undefined);
  if (wanted === undefined) return { scene, missing: "" };
  const typeface = await typeset(wanted, lookFor(face, setting, isInk === true || things.includes("cake"), scene.seed));
  const written = writable(wanted, typeface);
  return { scene: /\S/u.test(written) ? { ...scene, lettering: { text: written, typeface } } : scene, missing: typeface.missing };
}

/** Initials are cut with serifs, icing and ink paintings are written by hand, posters are bold. */
function lookFor(face: FaceName | undefined, setting: Scene["setting"], isByHand: boolean, seed: number): Look {
  if (setting === "monogram") return { face: face ?? "serif", weight: 500 };
  if (isByHand) return { face: face ?? "brush", weight: 500 };
  const isSans = face === undefined || face === "sans";
  const weights = isSans ? ([800, 600, 900, 500] as const) : ([600, 500, 700, 400] as const);
  return { face: face ?? usualLook.face, weight: weights[seed % weights.length] ?? 800 };
}
