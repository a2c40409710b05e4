"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { firstWords } from "#lib/first-words.ts";
import type { Project } from "#lib/wire.ts";

/** What a card on the desk has room for. */
const mostLetters = 48;

/** A project that began without a picture and a name is called by the first words that were run in it. */
export function useNameFromWords({ name, edits, predictions }: Project, rename: (name: string) => Promise<void>, mayChange: boolean): void {
  const isUnnamed = name === useTranslations("desk")("untitled");
  const first = predictions.length === 1 && edits.length === 0 ? predictions[0] : undefined;
  const words = typeof first?.inputs.prompt === "string" ? first.inputs.prompt.trim() : "";
  const latest = useRef(rename);
  latest.current = rename;
  const isDone = useRef(false);
  useEffect(() => {
    if (!mayChange || !isUnnamed || words === "" || isDone.current) return;
    isDone.current = true;
    void latest.current(firstWords(words, mostLetters));
  }, [mayChange, isUnnamed, words]);
}
