"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "#components/ui/button.tsx";

interface MoreProjectsProps {
  /** Of those that are shown: a page that came and still leaves the end in sight asks for the next. */
  readonly count: number;
  readonly isLoading: boolean;
  readonly onMore: () => void;
}

/** Asks for the next page when the end comes near; the button is for those who do not scroll. */
export default function MoreProjects({ count, isLoading, onMore }: MoreProjectsProps) {
  const t = useTranslations("desk");
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
    <div ref={end} className="mt-8 flex justify-center">
      <Button onClick={onMore} disabled={isLoading}>
        {isLoading ? t("loadingMore") : t("more")}
      </Button>
    </div>
  );
}
