"use client";

import { useEffect, useMemo, useRef } from "react";
import { type Picture, stageSide } from "#lib/wire.ts";
import { type CompareFrame, placeIn } from "./compare-frame.ts";
import { usePictureSources } from "./picture-sources.ts";
import type { HeatAnswer, HeatOrder, LoupeAnswer, LoupeOrder, PairOfFiles, PixelAnswer } from "./pixel-orders.ts";

export interface Pixels {
  heat(order: Omit<HeatOrder, "kind">): Promise<HeatAnswer>;
  loupe(order: Omit<LoupeOrder, "kind">): Promise<LoupeAnswer>;
}

interface Waiting {
  readonly resolve: (answer: HeatAnswer | LoupeAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** The worker comes with the first question and goes with the page part that asks. */
export function usePixels(before: Picture, after: Picture, frame: CompareFrame): Pixels {
  const sources = usePictureSources();
  const worker = useRef<Worker | null>(null);
  const waiting = useRef(new Map<number, Waiting>());
  const count = useRef(0);
  useEffect(
    () => () => {
      worker.current?.terminate();
      worker.current = null;
      waiting.current.clear();
    },
    [],
  );
  return useMemo(() => {
    const pair: PairOfFiles = {
      copies: [sources.thumbnail(before.id, stageSide), sources.thumbnail(after.id, stageSide)],
      files: [sources.file(before.id), sources.file(after.id)],
      places: [placeIn(frame, before), placeIn(frame, after)],
      frame: { width: frame.width, height: frame.height },
    };
    function hire(): Worker {
      const hired = new Worker(new URL("./pixel-worker.ts", import.meta.url), { type: "module" });
      hired.addEventListener("message", ({ data }: MessageEvent<PixelAnswer>) => {
        const asked = waiting.current.get(data.id);
        waiting.current.delete(data.id);
        if ("answer" in data) asked?.resolve(data.answer);
        else asked?.reject(new Error(data.failure));
      });
      return hired;
    }
    function ask(order: HeatOrder | LoupeOrder): Promise<HeatAnswer | LoupeAnswer> {
      worker.current ??= hire();
      count.current += 1;
      const id = count.current;
      worker.current.postMessage({ id, pair, ask: order });
      return new Promise((resolve, reject) => waiting.current.set(id, { resolve, reject }));
    }
    return {
      heat: (order) => ask({ kind: "heat", ...order }) as Promise<HeatAnswer>,
      loupe: (order) => ask({ kind: "loupe", ...order }) as Promise<LoupeAnswer>,
    };
  }, [before, after, frame, sources]);
}
