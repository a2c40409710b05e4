"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from "react";
import { placeIn } from "#components/review/compare-frame.ts";
import type { View } from "#components/review/use-view.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import type { Pin, Remark } from "#lib/review-wire.ts";
import type { Picture } from "#lib/wire.ts";

interface PinLayerProps {
  readonly view: View;
  /** Pins stand on the result, which is the second pane side by side. */
  readonly isSide: boolean;
  readonly picture: Picture;
  readonly remarks: readonly Remark[];
  readonly draft: Pin | null;
  readonly selectedId: string | null;
  readonly onDraft: (pin: Pin) => void;
  readonly onSelect: (remarkId: string) => void;
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-0.01, 0],
  ArrowRight: [0.01, 0],
  ArrowUp: [0, -0.01],
  ArrowDown: [0, 0.01],
};
const within = (value: number) => Math.min(1, Math.max(0, value));
const pinShape =
  "pointer-events-auto absolute grid size-7 -translate-1/2 place-items-center rounded-full border-2 border-white text-xs font-semibold text-white shadow-lg pointer-coarse:size-11";

/** Places people speak about, on the picture; while a new one is set, a press moves it there and arrows move it on. */
export function PinLayer(props: PinLayerProps) {
  const { view, isSide, picture, remarks, draft, selectedId, onDraft, onSelect } = props;
  const t = useTranslations("share");
  const draftPin = useRef<HTMLButtonElement>(null);
  const hasDraft = draft !== null;
  useEffect(() => {
    if (hasDraft) draftPin.current?.focus({ preventScroll: true });
  }, [hasDraft]);
  if (!view.at) return null;
  const { x, y, zoom } = view.at;
  const place = placeIn(view.frame, picture);
  const onScreen = (pin: Pin) => ({
    left: x + (place.x + pin.x * place.width) * zoom,
    top: y + (place.y + pin.y * place.height) * zoom,
  });

  function moveHere({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>): void {
    const box = currentTarget.getBoundingClientRect();
    onDraft({
      x: within(((clientX - box.left - x) / zoom - place.x) / place.width),
      y: within(((clientY - box.top - y) / zoom - place.y) / place.height),
    });
  }

  function moveByKey(event: KeyboardEvent): void {
    const step = steps[event.key];
    if (!step || !draft || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const [dx, dy] = step.map((part) => part * (event.shiftKey ? 10 : 1));
    onDraft({ x: within(draft.x + (dx ?? 0)), y: within(draft.y + (dy ?? 0)) });
  }

  return (
    <div
      className={joinClasses(
        "pointer-events-none absolute inset-0",
        isSide && "grid grid-cols-2 gap-3 portrait:grid-cols-1 portrait:grid-rows-2",
      )}
    >
      {isSide && <div />}
      <div
        className={joinClasses("relative overflow-hidden", !isSide && "size-full", hasDraft && "pointer-events-auto cursor-crosshair")}
        onPointerDown={hasDraft ? moveHere : undefined}
      >
        {remarks.map(
          ({ id, at, author, settledAt }, index) =>
            at &&
            settledAt === null && (
              <button
                key={id}
                type="button"
                aria-label={t("pin", { number: index + 1, author: author || t("studio") })}
                aria-pressed={id === selectedId}
                onPointerDown={(event) => event.stopPropagation()}
                onClick={() => onSelect(id)}
                className={`${pinShape} bg-black/75 aria-pressed:bg-accent aria-pressed:text-accent-ink`}
                style={onScreen(at)}
              >
                {index + 1}
              </button>
            ),
        )}
        {draft && (
          <button
            ref={draftPin}
            type="button"
            aria-label={t("newPin", { x: Math.round(draft.x * 100), y: Math.round(draft.y * 100) })}
            onKeyDown={moveByKey}
            className={`${pinShape} bg-accent text-accent-ink`}
            style={onScreen(draft)}
          >
            +
          </button>
        )}
      </div>
    </div>
  );
}
