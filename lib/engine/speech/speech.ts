/** What the engine says about a run, in the language it was asked in: one sentence each, written once a language. */
import type { Arrangement, StandsOn } from "#lib/engine/combine/arrangement.ts";
import type { Step } from "#lib/engine/instructions/operation.ts";

/** Why a step could not be carried out. */
export type Reason =
  | { readonly kind: "level" | "no place" | "too much" | "too large" | "unchanged" | "redrawn" }
  /** "Unclear": a thing this engine does not know, and nothing stood out clearly enough to be taken for it. */
  | { readonly kind: "letters" | "not found" | "unclear"; readonly said: string };

/** What was taken for a thing that cannot be known. */
export interface Note {
  readonly took: "middle" | "strongest" | "salient" | "usual" | "under sky" | "named";
  readonly share: number;
  readonly said: string;
}

/** Whether colours told it; otherwise what stands out did, or where the sky ends. */
export function wasToldByColour({ took }: Note): boolean {
  return took !== "salient" && took !== "under sky" && took !== "named";
}

export interface Left {
  readonly words: string;
  readonly why?: Reason;
  /** To be removed, which a fill could do. */
  readonly isRemoval?: boolean;
}

interface Sized {
  readonly width: number;
  readonly height: number;
}

export interface Speech {
  readonly step: (step: Step) => string;
  readonly note: (note: Note) => string;
  readonly did: (steps: readonly string[]) => string;
  readonly left: (left: readonly Left[]) => string;
  readonly notUnderstood: (prompt: string, examples: readonly string[], left: readonly Left[]) => string;
  readonly enlarged: (from: Sized, to: Sized) => string;
  /** `on` is absent where nothing was cut out. */
  readonly arranged: (arrangement: Arrangement, on: StandsOn | undefined) => string;
  /** What a thing was to stand on or beside in the other picture. */
  readonly wall: string;
  readonly notSeenThere: (said: string) => string;
  readonly guessedArrangement: (prompt: string) => string;
  /** By what it was told; undefined where nothing could be cut out. */
  readonly cutOut: (by: "name" | "given" | "standing out" | undefined) => string;
  readonly notCut: string;
  readonly asSign: string;
  /** `words` are those of the prompt, `things` what they were read as. */
  readonly painted: (words: readonly string[], things: readonly string[], text: string | undefined) => string;
  readonly paintedAbstract: (prompt: string) => string;
  readonly cannotPaint: (words: readonly string[], letters: string) => string;
  readonly lentColours: (shownShare: number | undefined) => string;
  readonly filledFrom: (place: string) => string;
  readonly tooLittleOf: (place: string) => string;
  readonly filledOnly: (prompt: string) => string;
}
