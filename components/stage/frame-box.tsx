"use client";

import { useLocale, useTranslations } from "next-intl";
import { type CSSProperties, useId, useRef } from "react";
import { joinClasses } from "#components/ui/join-classes.ts";
import { type Point, type Size, toScreen, type Viewport } from "#components/ui/viewport.ts";
import { formatPercent } from "#lib/client/formats.ts";
import { scaleOf } from "#lib/models/choose-frame.ts";
import { holdBox, slideBox } from "#lib/models/hold-box.ts";
import type { Box, Frame } from "#lib/wire.ts";
import { FrameHandle } from "./frame-handle.tsx";
import { onPicture, requestOf } from "./framing.ts";
import { corners, type Grip, placeOf, pullBox } from "./pull-sides.ts";
import type { FramingTool } from "./use-framing-tool.ts";
import { usePulledHandle } from "./use-pulled-handle.ts";

interface FrameBoxProps {
  readonly picture: Size;
  readonly view: Viewport;
  readonly tool: FramingTool;
  readonly frame: Frame;
  /** Told what the box is after it was moved. */
  readonly onTold: (text: string) => void;
  /** Back to the box that the rule chooses; null where it is that one. */
  readonly onAutomatic: (() => void) | null;
}

/** What the model will see: its corners and the line that says how sharply are taken by hand or by key. */
export function FrameBox({ picture, view, tool, frame, onTold, onAutomatic }: FrameBoxProps) {
  const t = useTranslations("stage");
  const locale = useLocale();
  const placeId = useId();
  const taken = useRef<Box>(frame.box);
  const { expand } = tool.shown;
  const box = onPicture(frame.box, expand);
  const topLeft = toScreen(view, box);
  const request = requestOf(picture, tool.shown);

  function take(): void {
    taken.current = frame.box;
  }

  function propose(proposed: Box): void {
    tool.pull({ drawn: onPicture(proposed, expand) });
    onTold(t("frame.place", placeText(onPicture(proposed, expand))));
  }

  const common = { view, step: stepOf(picture), onTake: take, onSettle: tool.settle };
  return (
    <>
      <p id={placeId} className="sr-only">
        {t("frame.place", placeText(box))}
      </p>
      {corners.map((grip) => (
        <Corner
          key={`${grip.across} ${grip.down}`}
          grip={grip}
          at={toScreen(view, placeOf(grip, box))}
          label={t(`frame.corner.${cornerName(grip)}`)}
          describedBy={placeId}
          {...common}
          onPull={(dx, dy) => propose(holdBox(request, pullBox(grip, taken.current, dx, dy)))}
        />
      ))}
      <div
        className="absolute top-[clamp(3rem,var(--down),calc(100%-4rem))] left-[clamp(0.25rem,var(--across),calc(100%-19rem))] flex lg:left-[clamp(3.25rem,var(--across),calc(100%-19rem))] -translate-y-full gap-1 text-xs lg:top-[clamp(5.25rem,var(--down),calc(100%-4rem))] pl-4 pointer-coarse:pl-6"
        style={{ "--across": `${topLeft.x}px`, "--down": `${topLeft.y - 13}px` } as CSSProperties}
      >
        <Label
          describedBy={placeId}
          {...common}
          onPull={(dx, dy) => propose(slideBox(request, { ...taken.current, x: taken.current.x + dx, y: taken.current.y + dy }))}
        >
          {t("frame.sees", { share: formatPercent(locale, scaleOf(frame)) })}
          <span className="sr-only">{t("frame.move")}</span>
        </Label>
        {onAutomatic && (
          <button type="button" className={joinClasses(chip, "text-accent-text hover:bg-raised")} onClick={onAutomatic}>
            {t("frame.automatic")}
          </button>
        )}
      </div>
    </>
  );
}

const chip = "pointer-events-auto h-7 rounded-full border border-line bg-glass px-2.5 whitespace-nowrap shadow-lg pointer-coarse:h-11";

type Pulled = Parameters<typeof usePulledHandle>[0];

interface CornerProps extends Pulled {
  readonly grip: Grip;
  readonly at: Point;
  readonly label: string;
  readonly describedBy: string;
}

function Corner({ grip, at, label, describedBy, ...pulled }: CornerProps) {
  return (
    <FrameHandle grip={grip} at={at} angle={pulled.view.angle} label={label} describedBy={describedBy} handle={usePulledHandle(pulled)} />
  );
}

interface LabelProps extends Pulled {
  readonly describedBy: string;
  readonly children: React.ReactNode;
}

function Label({ describedBy, children, ...pulled }: LabelProps) {
  return (
    <button
      {...usePulledHandle(pulled)}
      type="button"
      aria-describedby={describedBy}
      className={joinClasses(chip, "cursor-move touch-none text-ink")}
    >
      {children}
    </button>
  );
}

function placeText({ x, y, width, height }: Box) {
  return { width: String(width), height: String(height), x: String(x), y: String(y) };
}

function cornerName({ across, down }: (typeof corners)[number]) {
  if (down < 0) return across < 0 ? "topLeft" : "topRight";
  return across < 0 ? "bottomLeft" : "bottomRight";
}

/** A step one sees, whatever the picture's size. */
export function stepOf({ width, height }: Size): number {
  return Math.max(8, Math.round(Math.max(width, height) / 100));
}
