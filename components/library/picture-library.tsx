"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import type { Edit, ProjectCard } from "#lib/wire.ts";
import type { LibraryPicture } from "./library-picture.ts";
import { LibraryProject } from "./library-project.tsx";
import { LibraryProjects } from "./library-projects.tsx";
import { PictureGrid } from "./picture-grid.tsx";

interface PictureLibraryProps {
  readonly projectId: string;
  /** Of the project one is in: its pictures are at hand without looking for them. */
  readonly edits: readonly Edit[];
  readonly onPick: (picture: LibraryPicture) => void;
}

/** Every picture of the studio: those of this project first, then project by project, found by name or prompt. */
export function PictureLibrary({ projectId, edits, onPick }: PictureLibraryProps) {
  const t = useTranslations("library");
  const [search, setSearch] = useState("");
  const [entered, setEntered] = useState<ProjectCard | null>(null);
  const asked = useDeferredValue(search).trim();
  if (entered) return <LibraryProject project={entered} onPick={onPick} onBack={() => setEntered(null)} />;
  return (
    <div className="grid gap-2">
      <search>
        <input
          type="text"
          inputMode="search"
          aria-label={t("search")}
          placeholder={t("search")}
          maxLength={200}
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
          className="h-control w-full rounded-md border border-line bg-page px-2 text-ink hover:border-edge"
        />
      </search>
      <div className="grid h-64 content-start gap-2 overflow-y-auto p-0.5">
        {asked === "" && edits.length > 0 && (
          <section aria-label={t("thisProject")} className="grid gap-1.5">
            <h3 className="text-xs text-dim">{t("thisProject")}</h3>
            <PictureGrid edits={edits} onPick={onPick} />
          </section>
        )}
        <LibraryProjects withoutId={projectId} search={asked} onEnter={setEntered} />
      </div>
    </div>
  );
}
