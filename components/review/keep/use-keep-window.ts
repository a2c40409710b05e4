"use client";

import { useEffect, useMemo, useState } from "react";
import { type MaskWindow, wholeWindow } from "#lib/mask/mask-window.ts";
import { stageSide } from "#lib/wire.ts";
import type { View } from "../use-view.ts";

/** Around what is seen, so that a small move needs nothing new. */
const margin = 0.15;

/** The whole picture as a small copy, or, once that is too coarse, the part that is seen in its own pixels. */
export function useKeepWindow({ at, room, frame }: View): MaskWindow {
  const longest = Math.max(frame.width, frame.height);
  const whole = useMemo(() => wholeWindow(frame.width, frame.height, Math.min(1, stageSide / longest)), [frame, longest]);
  const [part, setPart] = useState<MaskWindow | null>(null);
  const ratio = typeof window === "undefined" ? 1 : window.devicePixelRatio;
  const isClose = longest > stageSide && (at?.zoom ?? 0) * longest * ratio > stageSide * 2;
  const seen = partSeen(at, room, frame);

  useEffect(() => {
    if (!isClose) {
      setPart(null);
      return;
    }
    if (part && holds(part, seen)) return;
    const timer = setTimeout(() => setPart(widen(seen, frame)), 200);
    return () => clearTimeout(timer);
  });
  return isClose && part ? part : whole;
}

type Seen = Pick<MaskWindow, "x" | "y" | "width" | "height">;

function partSeen(at: View["at"], room: View["room"], frame: View["frame"]): Seen {
  const zoom = at?.zoom ?? 1;
  const x = Math.max(0, Math.floor(-(at?.x ?? 0) / zoom));
  const y = Math.max(0, Math.floor(-(at?.y ?? 0) / zoom));
  const right = Math.min(frame.width, Math.ceil((room.width - (at?.x ?? 0)) / zoom));
  const bottom = Math.min(frame.height, Math.ceil((room.height - (at?.y ?? 0)) / zoom));
  return { x, y, width: Math.max(1, right - x), height: Math.max(1, bottom - y) };
}

function holds(part: Seen, seen: Seen): boolean {
  const isWithin = part.x <= seen.x && part.y <= seen.y;
  return isWithin && part.x + part.width >= seen.x + seen.width && part.y + part.height >= seen.y + seen.height;
}

function widen({ x, y, width, height }: Seen, frame: View["frame"]): MaskWindow {
  const [dx, dy] = [Math.round(width * margin), Math.round(height * margin)];
  const left = Math.max(0, x - dx);
  const top = Math.max(0, y - dy);
  return {
    x: left,
    y: top,
    scale: 1,
    width: Math.min(frame.width, x + width + dx) - left,
    height: Math.min(frame.height, y + height + dy) - top,
  };
}
