"use client";

import { ImagePlus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Photo } from "#components/ui/photo.tsx";
import type { PickedPicture } from "#lib/client/use-picked-pictures.ts";
import { type Edit, paths } from "#lib/wire.ts";
import { StudioPictures } from "./studio-pictures.tsx";

interface PictureChoiceProps {
  readonly picked: readonly PickedPicture[];
  readonly projectId: string;
  readonly edits: readonly Edit[];
  readonly onChoose: () => void;
  readonly onPick: (picture: { readonly pictureId: string; readonly name: string }) => void;
  readonly onRemove: (key: string) => void;
}

/** To which pictures: files, or what is in the studio already. */
export function PictureChoice({ picked, projectId, edits, onChoose, onPick, onRemove }: PictureChoiceProps) {
  const t = useTranslations("replay");
  return (
    <section aria-label={t("pictures")} className="grid gap-2">
      {picked.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {picked.map(({ key, name, pictureId }) => (
            <li key={key} className="grid w-24 gap-1 text-xs">
              <span className="relative block h-16 overflow-hidden rounded-md border border-line bg-page">
                {pictureId && <Photo src={paths.thumbnail(pictureId, 256)} alt="" className="object-cover" />}
                <span className="absolute top-0.5 right-0.5 rounded-md bg-glass">
                  <IconButton small icon={X} label={t("removePicture", { name })} onClick={() => onRemove(key)} />
                </span>
              </span>
              <span className="truncate" title={name}>
                {pictureId ? name : t("sending", { name })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={onChoose}>
          <ImagePlus aria-hidden size={14} />
          {t("choose")}
        </Button>
        <span className="text-xs text-dim">{t("orDrop")}</span>
      </div>
      <StudioPictures projectId={projectId} edits={edits} onPick={onPick} />
    </section>
  );
}
