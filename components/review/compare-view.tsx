"use client";

import type { Point } from "#components/ui/viewport.ts";
import type { Edit, Picture } from "#lib/wire.ts";
import { BlendedView } from "./blended-view.tsx";
import type { CompareMode } from "./compare-modes.ts";
import { DifferenceView } from "./difference-view.tsx";
import { GridView } from "./grid-view.tsx";
import { SideView } from "./side-view.tsx";
import { SliderView } from "./slider-view.tsx";
import type { View } from "./use-view.ts";

/** What a comparison needs to know of an edit. */
export type ComparedEdit = Pick<Edit, "id" | "name" | "parentId" | "picture"> & Partial<Pick<Edit, "predictionId">>;

export interface PairProps {
  readonly view: View;
  readonly before: Picture;
  readonly after: Picture;
  readonly beforeLabel: string;
  readonly afterLabel: string;
  /** While the key is down the original is seen, whatever the way to compare. */
  readonly isHeld: boolean;
  readonly onHover?: ((at: Point | null) => void) | undefined;
}

interface CompareViewProps extends Omit<PairProps, "before"> {
  readonly mode: CompareMode;
  readonly before: Picture | null;
  readonly name: string;
  readonly variants: readonly ComparedEdit[];
  readonly openId: string;
  readonly titleOf: (edit: ComparedEdit) => string;
  readonly factsOf?: ((edit: ComparedEdit) => string) | undefined;
  readonly onOpen: (editId: string) => void;
}

export function CompareView({ mode, before, name, variants, openId, titleOf, factsOf, onOpen, ...rest }: CompareViewProps) {
  if (mode === "grid" && variants.length > 1) {
    return (
      <GridView
        view={rest.view}
        edits={variants}
        openId={openId}
        titleOf={titleOf}
        factsOf={factsOf}
        onOpen={onOpen}
        onHover={rest.onHover}
      />
    );
  }
  if (!before) return <BlendedView {...rest} before={null} mode="result" name={name} />;
  const pair = { ...rest, before };
  if (mode === "slider") return <SliderView {...pair} />;
  if (mode === "side") return <SideView {...pair} />;
  if (mode === "difference") return <DifferenceView {...pair} />;
  return <BlendedView {...pair} mode={mode === "blink" || mode === "onion" ? mode : "result"} name={name} />;
}
