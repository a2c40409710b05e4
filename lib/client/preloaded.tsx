"use client";

import { type ReactNode, useMemo } from "react";
import { type Cache, SWRConfig, useSWRConfig } from "swr";

interface PreloadedProps {
  /** What the server knew when it drew the page, by the address it would be asked for. */
  readonly known: Readonly<Record<string, unknown>>;
  readonly children: ReactNode;
}

/** Rooms inside begin with what came along with the page, and ask again all the same. */
export function Preloaded({ known, children }: PreloadedProps) {
  const { cache } = useSWRConfig();
  // In the cache and not beside it: news that comes before the first answer is added to what is known.
  useMemo(() => keepUnknown(cache, known), [cache, known]);
  return <SWRConfig value={{ fallback: known }}>{children}</SWRConfig>;
}

/** What is known already is newer. On the server the cache would be everybody's. */
function keepUnknown(cache: Cache, known: PreloadedProps["known"]): void {
  if (typeof window === "undefined") return;
  for (const [key, data] of Object.entries(known)) if (cache.get(key)?.data === undefined) cache.set(key, { data });
}
