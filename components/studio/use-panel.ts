"use client";

import { type RefObject, useEffect, useRef } from "react";

/** The panel shows what it is about: the first fault gets the focus, and another edit is read from its top. */
export function usePanel(faultRound: number, openId: string | undefined): RefObject<HTMLDivElement | null> {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faultRound > 0) panel.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-faulty] button')?.focus();
  }, [faultRound]);
  useEffect(() => {
    if (openId) panel.current?.scrollTo({ top: 0 });
  }, [openId]);
  return panel;
}
