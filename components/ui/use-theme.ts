"use client";

import { useEffect, useState } from "react";
import { writeCookie } from "#lib/client/write-cookie.ts";
import { readTheme, type Theme } from "./themes.ts";

/** What the page was served with, and a way to change it at once and for the next page. */
export function useTheme(): readonly [Theme, (next: Theme) => void] {
  const [theme, setTheme] = useState<Theme>("dark");
  useEffect(() => setTheme(readTheme(document.documentElement.dataset.theme)), []);
  return [
    theme,
    (next) => {
      setTheme(next);
      document.documentElement.dataset.theme = next;
      writeCookie("theme", next);
    },
  ];
}
