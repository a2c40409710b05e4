"use client";

import { useEffect, useState } from "react";

/** True as long as `isOn` is, and a moment longer: between a run's end and its result nothing flickers. */
export function useLingering(isOn: boolean, forMs: number): boolean {
  const [lingers, setLingers] = useState(isOn);
  useEffect(() => {
    if (isOn) {
      setLingers(true);
      return;
    }
    const timer = setTimeout(() => setLingers(false), forMs);
    return () => clearTimeout(timer);
  }, [isOn, forMs]);
  return isOn || lingers;
}
