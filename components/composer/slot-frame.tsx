"use client";

import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Photo } from "#components/ui/photo.tsx";
import { ProgressLine } from "#components/ui/progress-line.tsx";
import { formatPercent } from "#lib/client/formats.ts";
import { paths } from "#lib/wire.ts";

interface SlotFrameProps {
  readonly pictureId: string | undefined;
  readonly alt: string;
  readonly caption: string;
  readonly fraction: number | null;
  readonly isFaulty: boolean;
  readonly onStop: () => void;
  readonly children: ReactNode;
}

/** A slot as it looks: the picture small, what it is, and what can be done with it. */
export function SlotFrame({ pictureId, alt, caption, fraction, isFaulty, onStop, children }: SlotFrameProps) {
  const t = useTranslations("composer");
  const locale = useLocale();
  return (
    <div
      data-faulty={isFaulty || undefined}
      className={joinClasses("flex items-center gap-2.5 rounded-md border bg-page p-1.5", isFaulty ? "border-danger" : "border-line")}
    >
      <div className="checkered relative h-12 w-16 shrink-0 overflow-hidden rounded-md">
        {pictureId && <Photo src={paths.thumbnail(pictureId, 256)} alt={alt} loading="eager" className="object-cover" />}
      </div>
      <div className="min-w-0 flex-1">
        {fraction === null ? (
          <p className="line-clamp-2 text-xs text-dim" title={caption}>
            {caption}
          </p>
        ) : (
          <div className="flex items-center gap-2 text-xs text-dim">
            <ProgressLine label={t("uploading")} fraction={fraction} />
            {formatPercent(locale, fraction)}
            <IconButton small icon={X} label={t("stopUpload")} onClick={onStop} />
          </div>
        )}
      </div>
      <div className="flex shrink-0">{children}</div>
    </div>
  );
}
