"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useShortcut } from "#lib/client/shortcuts/use-shortcuts.ts";
import { writeCookie } from "#lib/client/write-cookie.ts";
import { IconButton } from "./icon-button.tsx";
import { readTheme, type Theme, themes } from "./themes.ts";

const icons = { dark: Moon, light: Sun, system: Monitor } as const;

export function ThemeSwitch() {
  const t = useTranslations("ui");
  const [theme, setTheme] = useState<Theme>("dark");
  useEffect(() => setTheme(readTheme(document.documentElement.dataset.theme)), []);

  function choose(next: Theme): void {
    setTheme(next);
    document.documentElement.dataset.theme = next;
    writeCookie("theme", next);
  }

  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "dark";
  useShortcut("theme", () => {
    choose(next);
    return true;
  });
  return <IconButton icon={icons[theme]} label={t(`theme.${theme}`)} onClick={() => choose(next)} />;
}
