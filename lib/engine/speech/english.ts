import type { Arrangement, StandsOn } from "#lib/engine/combine/arrangement.ts";
import { describeStep } from "#lib/engine/instructions/operation.ts";
import { type Left, type Note, type Reason, type Speech, wasToldByColour } from "./speech.ts";

const reasons: Readonly<Record<Exclude<Reason["kind"], "letters" | "not found" | "unclear">, string>> = {
  level: "no line in the picture leans",
  "no place": "no place was named",
  "too much": "too much of the picture to fill again",
  "too large": "the result would be too large",
  unchanged: "it changes nothing here",
  redrawn: "it would have to be drawn anew",
};

const took: Readonly<Record<Note["took"], string>> = {
  middle: "the region in the middle",
  strongest: "the strongest coloured region near the middle",
  salient: "what stands out most",
  usual: "what looks most as such a thing usually does",
  "under sky": "what stands under the sky",
  named: "what looks like one",
};

export const english: Speech = {
  step: describeStep,
  note: (note) => {
    const found = `Took ${took[note.took]} (${percent(note.share)} of the picture) for "${note.said}"`;
    if (note.took === "named") return found;
    return `${found}; this engine ${wasToldByColour(note) ? "goes by colour and does not know such things" : "does not know such things"}`;
  },
  did: (steps) => `Did: ${steps.join("; ")}`,
  left: (left) => `Not possible here: ${left.map(sayLeft).join(", ")}; that needs a FLUX key`,
  notUnderstood: (prompt, examples, left) => {
    const wanted = examples.map((example) => `"${example}"`).join(", ");
    const why = left.some(isExplained) ? `could not be done: ${left.map(sayLeft).join(", ")}` : "nothing was understood";
    return `Expected an instruction the local engine can carry out, such as ${wanted}, for prompt but received "${prompt}" (${why}); more than that needs a FLUX key`;
  },
  enlarged: (from, to) => `Enlarged: ${from.width} × ${from.height} → ${to.width} × ${to.height}`,
  arranged: describeArrangement,
  wall: "wall",
  notSeenThere: (said) => `Not found in the other picture: ${said}`,
  guessedArrangement: (prompt) => `"${prompt}" was not understood as an arrangement; took the most likely one`,
  cutOut: (by) =>
    by === "name"
      ? "Cut out what looks like the thing that was named; nothing was redrawn"
      : by === "given"
        ? "Came cut out, and was taken as it is; nothing was redrawn"
        : by === "standing out"
          ? "Took what stands out most for the one to be moved; this engine does not know such things, and nothing was redrawn"
          : "Nothing stands out enough in that picture to be cut out, so the whole of it was laid in",
  asSign: "In its own colours, without a plain ground",
  notCut: "Whole pictures were arranged; nothing was cut out of them",
  painted: (_words, things, text) => `Painted: ${[...things, ...(text === undefined ? [] : [`the words "${text}"`])].join(", ")}`,
  paintedAbstract: (prompt) => `No word of the prompt is known to this painter; painted an abstract composition from "${prompt}"`,
  cannotPaint: (words, letters) =>
    `Left out, this engine cannot paint it: ${[...words, ...(letters === "" ? [] : [`the letters of "${letters}"`])].join(", ")}`,
  lentColours: (share) =>
    share === undefined
      ? "The given picture lends its colours"
      : `The given picture shows through at ${Math.round(share * 100)} % and lends its colours`,
  filledFrom: (place) => `Filled from the ${place} in the picture`,
  tooLittleOf: (place) => `Too little ${place} was found in the picture; filled from all surroundings`,
  filledOnly: (prompt) => `Filled from the surroundings; this engine cannot draw "${prompt}"`,
};

export function isExplained({ why, isRemoval }: Left): boolean {
  return why !== undefined || isRemoval === true;
}

function sayLeft({ words, why, isRemoval }: Left): string {
  if (isRemoval) return `"${words}" (paint over it and fill it instead)`;
  if (why === undefined) return `"${words}"`;
  return `"${words}" (${sayReason(why)})`;
}

function sayReason(why: Reason): string {
  switch (why.kind) {
    case "letters":
      return `no font here has ${[...why.said].join(" ")}`;
    case "not found":
      return `no ${why.said} was found`;
    case "unclear":
      return `nothing stands out clearly enough to be the ${why.said}; say its colour, or paint over it`;
    default:
      return reasons[why.kind];
  }
}

export function percent(share: number): string {
  return `${Math.max(1, Math.round(share * 100))} %`;
}

function describeArrangement(arrangement: Arrangement, on: StandsOn | undefined): string {
  switch (arrangement.kind) {
    case "place": {
      const own = arrangement.subject === 1 ? "second" : "first";
      const where = { left: "at the left", right: "at the right", next: "where there is room", middle: "in the middle", front: "in front" };
      const cutOut = `the subject of the ${own} picture cut out`;
      switch (on) {
        case "ground":
          return `${cutOut} and placed ${where[arrangement.side]} of the other, on its ground, in its light, with a shadow`;
        case "carrier":
          return `${cutOut} and placed on the ${arrangement.standing.upon} of the other, in its light, with a shadow`;
        case "behind":
          return `${cutOut} and placed behind the ${arrangement.standing.behind} of the other, which hides a part of it, in its light`;
        case "beside":
          return `${cutOut} and placed beside who is in the other, which was drawn back to make room and goes on with its own background`;
        case "water":
          return `${cutOut} and placed ${where[arrangement.side]} of the other, on its water, in its light, mirrored in it`;
        case "air":
          return `${cutOut} and placed in the air of the other, in its light`;
        case "edge":
          return `${cutOut} and placed ${where[arrangement.side]} of the other, at its lower edge, in its light`;
        case "frame":
          return `${cutOut} and left where it was in its frame, before the other, in its light`;
        default:
          return `the ${own} picture laid on the other with a soft rim`;
      }
    }
    case "beside": {
      const where = arrangement.axis === "across" ? "left" : "top";
      return `both pictures next to each other, the ${arrangement.firstLeads ? "first" : "second"} at the ${where}, tones brought together, soft seam`;
    }
    case "halves": {
      const where = arrangement.axis === "across" ? "left" : "top";
      return `one half each, the ${arrangement.firstLeads ? "first" : "second"} picture at the ${where}`;
    }
    case "inset":
      return `the ${arrangement.over === 0 ? "first" : "second"} picture laid on the other (${arrangement.place})`;
    case "hang": {
      const own = `the ${arrangement.picture === 0 ? "first" : "second"} picture`;
      return `${own} hung on the wall of the other${arrangement.over === undefined ? "" : `, over the ${arrangement.over}`}, flat, in its light, with a shadow`;
    }
    case "sky":
      return `the ${arrangement.picture === 0 ? "first" : "second"} picture under the sky of the other`;
    case "blend":
      return "both pictures blended as a double exposure";
    case "colours":
      return `the ${arrangement.picture === 0 ? "first" : "second"} picture in the colours of the other`;
  }
}
