"use client";

import type { Picture } from "#lib/wire.ts";
import { BlendedView } from "./blended-view.tsx";
import type { CompareMode } from "./compare-modes.ts";
import type { ComparedEdit, PairProps } from "./compared.ts";
import { DifferenceView } from "./difference-view.tsx";
import { GridView } from "./grid-view.tsx";
import { SideView } from "./side-view.tsx";
import { SliderView } from "./slider-view.tsx";

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
