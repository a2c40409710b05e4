"use client";

import { LayoutGrid } from "lucide-react";
import { useTranslations } from "next-intl";
import { Photo } from "#components/ui/photo.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { type Edit, paths } from "#lib/wire.ts";

interface ProjectPicturesProps {
  readonly label: string;
  readonly edits: readonly Edit[];
  readonly onPick: (pictureId: string) => void;
}

export function ProjectPictures({ label, edits, onPick }: ProjectPicturesProps) {
  const t = useTranslations("composer");
  const pictures = [...new Map(edits.map((edit) => [edit.picture.id, edit])).values()];
  return (
    <Popover
      label={t("pickFor", { label })}
      buttonClassName="inline-grid size-6 place-items-center rounded-md text-dim hover:bg-raised hover:text-ink pointer-coarse:size-11"
      button={
        <>
          <LayoutGrid aria-hidden size={14} />
          <span className="sr-only">{t("pickFor", { label })}</span>
        </>
      }
      className="right-0 w-64"
    >
      {(close) => (
        <ul className="grid max-h-64 grid-cols-3 gap-1.5 overflow-y-auto p-1">
          {pictures.map((edit) => (
            <li key={edit.id}>
              <button
                type="button"
                title={edit.name}
                onClick={() => {
                  onPick(edit.picture.id);
                  close();
                }}
                className="relative block aspect-square w-full overflow-hidden rounded-md border border-line hover:border-edge"
              >
                <Photo src={paths.thumbnail(edit.picture.id, 256)} alt={edit.name} className="object-cover" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  );
}
