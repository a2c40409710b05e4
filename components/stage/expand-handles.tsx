"use client";

import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { type Point, type Size, toScreen, type Viewport } from "#components/ui/viewport.ts";
import type { Box } from "#lib/wire.ts";
import { stepOf } from "./frame-box.tsx";
import { FrameHandle } from "./frame-handle.tsx";
import { corners, edges, type Grip, placeOf, pullCanvas } from "./pull-sides.ts";
import { useExpandText } from "./use-expand-text.ts";
import type { FramingTool } from "./use-framing-tool.ts";
import { usePulledHandle } from "./use-pulled-handle.ts";

interface ExpandHandlesProps {
  readonly picture: Size;
  readonly view: Viewport;
  readonly tool: FramingTool;
  /** In pixels of the picture. */
  readonly canvas: Box;
}

/** Edges and corners that are pulled outwards to grow the canvas. */
export function ExpandHandles({ picture, view, tool, canvas }: ExpandHandlesProps) {
  const t = useTranslations("stage");
  const textId = useId();
  const text = useExpandText(picture, tool.shown.expand);
  const taken = useRef(tool.shown.expand);
  return (
    <>
      <p id={textId} className="sr-only">
        {text}
      </p>
      {[...edges, ...corners].map((grip) => (
        <Handle
          key={`${grip.across} ${grip.down}`}
          grip={grip}
          at={toScreen(view, placeOf(grip, canvas))}
          label={t(`expand.handle.${nameOf(grip)}`)}
          describedBy={textId}
          view={view}
          step={stepOf(picture)}
          onTake={() => {
            taken.current = tool.shown.expand;
          }}
          onPull={(dx, dy) => tool.pull({ expand: pullCanvas(grip, taken.current, dx, dy) })}
          onSettle={tool.settle}
        />
      ))}
    </>
  );
}

interface HandleProps extends Omit<Parameters<typeof usePulledHandle>[0], "grip"> {
  readonly grip: Grip;
  readonly at: Point;
  readonly label: string;
  readonly describedBy: string;
}

function Handle({ grip, at, label, describedBy, ...pulled }: HandleProps) {
  return (
    <FrameHandle
      isLarge
      grip={grip}
      at={at}
      angle={pulled.view.angle}
      label={label}
      describedBy={describedBy}
      handle={usePulledHandle(pulled)}
    />
  );
}

const names = {
  "-1": { "-1": "topLeft", 0: "left", 1: "bottomLeft" },
  0: { "-1": "top", 0: "top", 1: "bottom" },
  1: { "-1": "topRight", 0: "right", 1: "bottomRight" },
} as const;

function nameOf({ across, down }: Grip) {
  return names[across][down];
}
