"use client";

import { useEffect, useRef } from "react";
import { Button } from "./button.tsx";

interface MoreBelowProps {
  /** Of what is shown: a page that came and still leaves the end in sight asks for the next. */
  readonly count: number;
  readonly label: string;
  readonly loadingLabel: string;
  readonly isLoading: boolean;
  readonly onMore: () => void;
}

/** Asks for the next page when the end comes near; the button is for those who do not scroll. */
export default function MoreBelow({ count, label, loadingLabel, isLoading, onMore }: MoreBelowProps) {
  const end = useRef<HTMLDivElement>(null);
  const ask = useRef(onMore);
  ask.current = onMore;

  useEffect(() => {
    if (count === 0 || !end.current) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && ask.current(), { rootMargin: "600px" });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [count]);

  return (
    <div ref={end} className="flex justify-center">
      <Button onClick={onMore} disabled={isLoading}>
        {isLoading ? loadingLabel : label}
      </Button>
    </div>
  );
}
