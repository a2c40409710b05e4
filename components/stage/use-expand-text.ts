"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Size } from "#components/ui/viewport.ts";
import { canvasOf, isExpanding } from "#lib/models/choose-frame.ts";
import type { Expansion } from "#lib/wire.ts";

const sides = ["left", "top", "right", "bottom"] as const;

/** By how much the picture grows where, and to which size, in a sentence. */
export function useExpandText(picture: Size, expand: Expansion): string {
  const t = useTranslations("stage.expand");
  const locale = useLocale();
  if (!isExpanding(expand)) return t("nothing", { width: String(picture.width), height: String(picture.height) });
  const canvas = canvasOf(picture, expand);
  const grown = sides.filter((side) => expand[side] > 0).map((side) => t(`by.${side}`, { pixels: String(expand[side]) }));
  return t("grows", {
    sides: new Intl.ListFormat(locale).format(grown),
    width: String(canvas.width),
    height: String(canvas.height),
  });
}
