"use client";

import type { ComposerForm } from "#components/composer/composer-context.ts";
import { type Framing, type FramingChange, frameToShow } from "#components/stage/framing.ts";
import { usePaintedBox } from "#components/stage/use-painted-box.ts";
import { isExpanding } from "#lib/models/choose-frame.ts";
import { maskFieldOf } from "#lib/models/form.ts";
import type { ModelEntry } from "#lib/models/model.ts";
import type { Picture, StartPrediction } from "#lib/wire.ts";
import { boxName, expandName, readBox, readExpansion, writeBox, writeExpansion } from "./framing-values.ts";
import type { PaintedMask } from "./use-mask.ts";

interface FramingParts {
  readonly entry: ModelEntry | undefined;
  readonly picture: Picture | null;
  readonly mask: PaintedMask;
  readonly form: Pick<ComposerForm, "typed" | "values" | "setValue">;
}

type RunFraming = Pick<StartPrediction, "box" | "expand">;

interface StudioFraming {
  /** Null where there is no mask, or it is another picture's. */
  readonly stage: (Framing & FramingChange) | null;
  /** What a run of this model says about its frame: nothing where the rule may choose it. */
  partsFor(model: ModelEntry): RunFraming;
}

const noOperations = [] as const;

/** The drawn box and the grown canvas live in the draft; here they meet what is painted. */
export function useFraming({ entry, picture, mask, form }: FramingParts): StudioFraming {
  const field = entry && maskFieldOf(entry);
  const uploaded = field && form.values[field.name];
  const uploadedId = typeof uploaded === "string" ? uploaded : null;
  const painted = usePaintedBox(picture, mask.history?.operations ?? noOperations, uploadedId);
  if (!entry || !field || !picture || form.values[field.of] !== picture.id) return { stage: null, partsFor: () => ({}) };
  const framing: Framing = {
    rule: entry.workingSize,
    painted,
    drawn: readBox(form.typed, picture.id),
    expand: readExpansion(form.typed, picture.id),
  };
  return {
    stage: {
      ...framing,
      onBox: (box) => form.setValue(boxName, box ? writeBox(picture.id, box) : undefined),
      onExpand: (expand) => form.setValue(expandName, isExpanding(expand) ? writeExpansion(picture.id, expand) : undefined),
    },
    partsFor(model) {
      if (!maskFieldOf(model)) return {};
      const { expand, drawn } = framing;
      const frame = drawn && frameToShow(picture, { ...framing, rule: model.workingSize });
      // Where it is not known yet what is painted, the box goes as it was drawn.
      const box = frame?.box ?? drawn;
      return { ...(box ? { box } : {}), ...(isExpanding(expand) ? { expand } : {}) };
    },
  };
}
