"use client";

import { useEffect, useRef } from "react";
import { leadTimeMs } from "#lib/client/lead-time.ts";
import { useKnownUsual } from "#lib/client/use-usage.ts";
import type { Prediction } from "#lib/wire.ts";

/** Tells of each run that its end is near, and again with later news of it. */
export function useLead(predictions: readonly Prediction[] | undefined, onNear: (prediction: Prediction) => void): void {
  const usual = useKnownUsual();
  const latest = useRef({ usual, onNear });
  latest.current = { usual, onNear };
  useEffect(() => {
    const timers = (predictions ?? []).flatMap((prediction) => {
      const leadMs = leadTimeMs(prediction, latest.current.usual(prediction.model, prediction.provider), Date.now());
      return leadMs === null ? [] : [setTimeout(() => latest.current.onNear(prediction), leadMs)];
    });
    return () => {
      for (const timer of timers) clearTimeout(timer);
    };
  }, [predictions]);
}
