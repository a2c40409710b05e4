"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import type { Point } from "#components/ui/viewport.ts";
import type { Edit, Expansion } from "#lib/wire.ts";
import { BeforePicker } from "./before-picker.tsx";
import { CompareBar } from "./compare-bar.tsx";
import { frameOf, grownFrame } from "./compare-frame.ts";
import { type CompareMode, modesFor, nextMode } from "./compare-modes.ts";
import { CompareView } from "./compare-view.tsx";
import { Loupe } from "./loupe.tsx";
import type { ReviewCommand } from "./review-keys.ts";
import { useReviewKeys } from "./use-review-keys.ts";
import { useView } from "./use-view.ts";

export interface CompareStageProps {
  readonly open: Edit;
  readonly before: Edit | null;
  /** Edits the open one may be compared with. */
  readonly others: readonly Edit[];
  /** Results of the same original, the open one among them. */
  readonly variants: readonly Edit[];
  /** By how much the canvas grew from the one to the other; null where it did not. */
  readonly grown: Expansion | null;
  readonly mode: CompareMode;
  readonly afterLabel: string;
  readonly titleOf: (edit: Edit) => string;
  readonly onMode: (mode: CompareMode) => void;
  readonly onOpen: (editId: string) => void;
  readonly onBefore: (editId: string) => void;
  readonly onKeepPart: (() => void) | null;
  readonly onAgain: (() => void) | null;
}

/** A result is looked at: every way to compare shares one place and one zoom. */
export function CompareStage(props: CompareStageProps) {
  const { open, before, others, variants, grown, mode, afterLabel, titleOf, onMode, onOpen, onBefore, onKeepPart, onAgain } = props;
  const t = useTranslations("review");
  const after = open.picture;
  const frame = useMemo(() => {
    const original = before?.picture ?? null;
    return (original && grown && grownFrame(after, original, grown)) ?? frameOf(after, original);
  }, [after, before?.picture, grown]);
  const view = useView(frame);
  const [isLoupe, setLoupe] = useState(false);
  const [hover, setHover] = useState<Point | null>(null);
  const modes = modesFor({ hasPair: before !== null, hasVariants: variants.length > 1 });
  const shown = modes.includes(mode) ? mode : "result";
  const hasLoupe = before !== null && shown !== "grid";

  function run(command: ReviewCommand): boolean {
    if (command.kind === "pick") {
      const picked = variants[command.number - 1];
      if (picked) onOpen(picked.id);
      return picked !== undefined;
    }
    const actions: Readonly<Record<typeof command.kind, (() => void) | null>> = {
      mode: modes.length > 1 ? () => onMode(nextMode(modes, shown)) : null,
      fit: view.fit,
      "actual-size": view.actualSize,
      "zoom-in": () => view.zoomBy(1.25),
      "zoom-out": () => view.zoomBy(0.8),
      loupe: hasLoupe ? () => setLoupe(!isLoupe) : null,
      "keep-part": onKeepPart,
      again: onAgain,
    };
    actions[command.kind]?.();
    return actions[command.kind] !== null;
  }
  const isHeld = useReviewKeys({ isGrid: shown === "grid", onCommand: run }) && before !== null;

  return (
    <div className="absolute inset-0 flex flex-col gap-2">
      <div className="relative min-h-0 flex-1">
        <CompareView
          mode={shown}
          view={view}
          before={before?.picture ?? null}
          after={open.picture}
          beforeLabel={before === null || before.id === open.parentId ? t("before") : before.name}
          afterLabel={afterLabel}
          name={open.name}
          isHeld={isHeld}
          variants={variants}
          openId={open.id}
          titleOf={titleOf}
          onOpen={onOpen}
          onHover={isLoupe ? setHover : undefined}
        />
        {isLoupe && hasLoupe && before && <Loupe view={view} before={before.picture} after={open.picture} at={hover} />}
      </div>
      <div className="pointer-events-none flex justify-center *:pointer-events-auto lg:absolute lg:inset-x-0 lg:bottom-1">
        <CompareBar
          modes={modes}
          mode={shown}
          view={view}
          isLoupe={isLoupe}
          onLoupe={hasLoupe ? () => setLoupe(!isLoupe) : null}
          onMode={onMode}
        >
          {others.length > 0 && <BeforePicker edits={others} before={before} onPick={onBefore} />}
        </CompareBar>
      </div>
    </div>
  );
}
