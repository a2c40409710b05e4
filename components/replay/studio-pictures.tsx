"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { PictureLibrary } from "#components/library/picture-library.tsx";
import type { Edit } from "#lib/wire.ts";

interface StudioPicturesProps {
  readonly projectId: string;
  readonly edits: readonly Edit[];
  readonly onPick: (picture: { readonly pictureId: string; readonly name: string }) => void;
}

/** What is in the studio already; read when somebody wants to see it. */
export function StudioPictures({ projectId, edits, onPick }: StudioPicturesProps) {
  const t = useTranslations("replay");
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="inline-flex min-h-6 items-center text-xs underline underline-offset-2">{t("fromStudio")}</summary>
      {isOpen && (
        <div className="mt-2">
          <PictureLibrary projectId={projectId} edits={edits} onPick={({ picture, name }) => onPick({ pictureId: picture.id, name })} />
        </div>
      )}
    </details>
  );
}
