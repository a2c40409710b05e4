"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Photo } from "#components/ui/photo.tsx";
import { useProjects } from "#lib/client/use-projects.ts";
import { type Edit, paths } from "#lib/wire.ts";

interface StudioPicturesProps {
  readonly edits: readonly Edit[];
  readonly onPick: (picture: { readonly pictureId: string; readonly name: string }) => void;
}

/** Pictures of this project, and what the other projects show now; read when somebody wants to see them. */
export function StudioPictures(props: StudioPicturesProps) {
  const t = useTranslations("replay");
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="inline-flex min-h-6 items-center text-xs underline underline-offset-2">{t("fromStudio")}</summary>
      {isOpen && <Pictures {...props} />}
    </details>
  );
}

function Pictures({ edits, onPick }: StudioPicturesProps) {
  const { projects } = useProjects({ search: "", filter: "all" });
  const covers = (projects ?? []).flatMap(({ coverId, name }) => (coverId === null ? [] : [[coverId, name] as const]));
  const known = new Map([...covers, ...edits.map(({ picture, name }) => [picture.id, name] as const)]);
  const own = new Set(edits.map(({ picture }) => picture.id));
  const pictures = [...known].toSorted(([one], [other]) => Number(own.has(other)) - Number(own.has(one)));
  return (
    <ul className="mt-2 grid max-h-48 grid-cols-4 gap-1.5 overflow-y-auto sm:grid-cols-6">
      {pictures.map(([pictureId, name]) => (
        <li key={pictureId}>
          <button
            type="button"
            title={name}
            onClick={() => onPick({ pictureId, name })}
            className="relative block aspect-square w-full overflow-hidden rounded-md border border-line hover:border-edge"
          >
            <Photo src={paths.thumbnail(pictureId, 256)} alt={name} className="object-cover" />
          </button>
        </li>
      ))}
    </ul>
  );
}
