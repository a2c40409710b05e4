"use client";

import { Scaling } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { canEnlarge, type EnlargeTimes, enlargeTimes, mostEnlargedPixels } from "#lib/models/enlarge.ts";
import type { Picture } from "#lib/wire.ts";

export interface EnlargePopoverProps {
  readonly picture: Picture;
  /** While this picture is being enlarged. */
  readonly isBusy: boolean;
  /** Null where the result would be too large. */
  readonly by: Readonly<Record<EnlargeTimes, (() => void) | null>>;
}

/** A larger copy of the picture as a new result; each size is said before it is chosen. */
export function EnlargePopover({ picture, isBusy, by }: EnlargePopoverProps) {
  const t = useTranslations("enlarge");
  const isLimited = enlargeTimes.some((times) => !canEnlarge(picture, times));
  return (
    <Popover
      label={t("title")}
      className="left-0 w-52"
      buttonClassName={buttonClass("quiet", "px-2")}
      isDisabled={isBusy}
      button={
        <>
          <Scaling aria-hidden size={14} />
          {t(isBusy ? "busy" : "title")}
        </>
      }
    >
      {(close) => (
        <div className="grid gap-2 p-2">
          {enlargeTimes.map((times) => (
            <button
              key={times}
              type="button"
              disabled={by[times] === null}
              className={buttonClass()}
              onClick={() => {
                close();
                by[times]?.();
              }}
            >
              <span className="flex w-full justify-between gap-2">
                {t("times", { times })}
                <span className="font-normal text-dim">
                  {picture.width * times} × {picture.height * times}
                </span>
              </span>
            </button>
          ))}
          <p className="text-xs text-dim">{t("note")}</p>
          {isLimited && <p className="text-xs text-dim">{t("limit", { most: String(mostEnlargedPixels / 1_000_000) })}</p>}
        </div>
      )}
    </Popover>
  );
}
