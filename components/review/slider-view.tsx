"use client";

import { ChevronsLeftRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { TracePoint } from "#components/ui/viewport.ts";
import { CompareLabel } from "./compare-label.tsx";
import type { PairProps } from "./compared.ts";
import { Pane } from "./pane.tsx";
import { PictureLayer } from "./picture-layer.tsx";

const reach = 28;

/** Both pictures in one place, a line between them. The range input is the line for keys and screen readers; hands take the line itself. */
export function SliderView({ view, before, after, beforeLabel, afterLabel, isHeld, onHover }: PairProps) {
  const t = useTranslations("review");
  const [percent, setPercent] = useState(50);
  const grip = useRef(0);
  const { at, room, frame } = view;
  const left = Math.max(0, at?.x ?? 0);
  const width = Math.max(1, Math.min(room.width, (at?.x ?? 0) + frame.width * (at?.zoom ?? 0)) - left);
  const line = isHeld ? room.width : left + (percent / 100) * width;

  function moveTo(x: number): void {
    setPercent(Math.round(Math.min(1, Math.max(0, (x - left) / width)) * 2000) / 20);
  }

  /** Away from the line a press moves the line while all is seen, and the picture once one has come closer. */
  function begin({ x }: TracePoint): boolean {
    const isOnLine = Math.abs(x - line) <= reach;
    if (!isOnLine && !view.isFit) return false;
    grip.current = isOnLine ? x - line : 0;
    moveTo(x - grip.current);
    return true;
  }

  const gesture = {
    begin,
    extend: (trace: readonly TracePoint[]) => moveTo((trace.at(-1)?.x ?? 0) - grip.current),
    end: () => undefined,
  };
  return (
    <div className="absolute inset-0 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-text">
      <Pane ref={view.measure} view={view} gesture={gesture} cursor={view.isFit ? "ew-resize" : "grab"} onHover={onHover}>
        <PictureLayer picture={after} view={view} alt={t("after")} />
        <div className="pointer-events-none absolute inset-0" style={{ clipPath: `inset(0 ${room.width - line}px 0 0)` }}>
          <PictureLayer picture={before} view={view} alt={t("before")} className="bg-stage outline-2 outline-stage" />
        </div>
        <CompareLabel side="left" view={view}>
          {beforeLabel}
        </CompareLabel>
        <CompareLabel side="right" view={view}>
          {afterLabel}
        </CompareLabel>
        <div
          aria-hidden
          hidden={isHeld}
          className="pointer-events-none absolute inset-y-0 left-0 w-0.5 bg-white shadow"
          style={{
            transform: `translateX(${line - 1}px)`,
            top: Math.max(0, at?.y ?? 0),
            bottom: Math.max(0, room.height - (at?.y ?? 0) - frame.height * (at?.zoom ?? 0)),
          }}
        >
          <span className="absolute top-1/2 left-1/2 grid size-9 -translate-1/2 cursor-ew-resize place-items-center rounded-full bg-white text-black shadow-lg">
            <ChevronsLeftRight size={16} />
          </span>
        </div>
        <input
          type="range"
          min={0}
          max={100}
          step={0.05}
          value={percent}
          aria-label={t("handle")}
          aria-valuetext={t("handleAt", { percent: Math.round(percent) })}
          onChange={(event) => setPercent(event.currentTarget.valueAsNumber)}
          onKeyDown={(event) => {
            const step = { ArrowLeft: -0.5, ArrowDown: -0.5, ArrowRight: 0.5, ArrowUp: 0.5 }[event.key];
            if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
            event.preventDefault();
            setPercent((now) => Math.min(100, Math.max(0, now + step * (event.shiftKey ? 10 : 1))));
          }}
          className="pointer-events-none absolute inset-0 size-full opacity-0"
        />
      </Pane>
    </div>
  );
}
