"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "./icon-button.tsx";
import { themes } from "./themes.ts";
import { useTheme } from "./use-theme.ts";

const icons = { dark: Moon, light: Sun, system: Monitor } as const;

export function ThemeSwitch() {
  const t = useTranslations("ui");
  const [theme, change] = useTheme();
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "dark";
  return <IconButton icon={icons[theme]} label={t(`theme.${theme}`)} onClick={() => change(next)} />;
}
