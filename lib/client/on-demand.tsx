"use client";

import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useRef } from "react";

interface Loaded<Props> {
  readonly default: ComponentType<Props>;
}

interface OnDemand<Props> {
  (props: Props): ReactNode;
  /** Brings the code without showing anything. */
  load(): Promise<unknown>;
}

/** A part whose code comes when it is first shown, or ahead of that by `useLoadAhead`. */
export function onDemand<Props extends object>(load: () => Promise<Loaded<Props>>, Meanwhile?: ComponentType<Props>): OnDemand<Props> {
  const Part = lazy(load);
  const show = (props: Props) => (
    <Suspense fallback={Meanwhile ? <Meanwhile {...props} /> : null}>
      <Part {...props} />
    </Suspense>
  );
  return Object.assign(show, { load });
}

/** Stands where an overlay is on its way: who thinks better of it meanwhile need not see it come. */
export function ClosesEarly({ onClose }: { readonly onClose: () => void }) {
  const latest = useRef(onClose);
  latest.current = onClose;
  useEffect(() => {
    const close = ({ key, isComposing }: KeyboardEvent) => key === "Escape" && !isComposing && latest.current();
    window.addEventListener("keydown", close);
    return () => window.removeEventListener("keydown", close);
  }, []);
  return null;
}

/** The first load is over by then, whatever the line: nothing that is needed has to wait behind what may be. */
const restMs = 2000;
/** By these a page learns that somebody has begun to use it; one that only lies open is left in peace. */
const beginnings = ["pointermove", "pointerdown", "keydown", "scroll"] as const;

/** Once the page has come to rest and somebody is there, brings what the next press may need, so that the press need not wait. */
export function useLoadAhead(parts: readonly Pick<OnDemand<never>, "load">[]): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const openedMs = performance.now();
    const begin = () => {
      forget();
      timer = setTimeout(
        () => {
          // What does not come now comes when it is shown.
          for (const part of parts) part.load().catch(() => undefined);
        },
        Math.max(0, openedMs + restMs - performance.now()),
      );
    };
    const forget = () => {
      for (const name of beginnings) window.removeEventListener(name, begin, { capture: true });
    };
    for (const name of beginnings) window.addEventListener(name, begin, { capture: true, passive: true });
    return () => {
      forget();
      clearTimeout(timer);
    };
  }, [parts]);
}
