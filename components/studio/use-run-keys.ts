"use client";

import { useEffect, useRef, useState } from "react";

/** Ctrl or Cmd with Enter runs from anywhere; the Enter that ends a composed word never does. Answers how the keys are written. */
export function useRunKeys(onRun: () => void): string {
  const latest = useRef(onRun);
  latest.current = onRun;
  const [keys, setKeys] = useState("Ctrl ↵");
  useEffect(() => {
    if (/mac|iphone|ipad/i.test(navigator.userAgent)) setKeys("⌘ ↵");
    function runByKey(event: KeyboardEvent): void {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing || event.keyCode === 229 || event.repeat) return;
      event.preventDefault();
      latest.current();
    }
    window.addEventListener("keydown", runByKey);
    return () => window.removeEventListener("keydown", runByKey);
  }, []);
  return keys;
}
