"use client";

import { useEffect, useState } from "react";
import type { MaskWindow } from "#lib/mask/mask-window.ts";
import type { View } from "../use-view.ts";
import { isInWindow, windowInView } from "./window-in-view.ts";

const restMs = 200;

/** What is painted on, anew once the view has come to rest elsewhere; null until the room is measured. */
export function useKeepWindow({ at, room, frame }: View): MaskWindow | null {
  const [taken, setTaken] = useState<MaskWindow | null>(null);

  useEffect(() => {
    if (!at || (taken && isInWindow(taken, at, room, frame, window.devicePixelRatio))) return;
    const take = () => setTaken(windowInView(at, room, frame, window.devicePixelRatio));
    const timer = setTimeout(take, taken ? restMs : 0);
    return () => clearTimeout(timer);
  }, [taken, at, room, frame]);
  return taken;
}
