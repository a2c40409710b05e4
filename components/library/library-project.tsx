"use client";

import { ChevronLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { useProject } from "#lib/client/use-project.ts";
import type { ProjectCard } from "#lib/wire.ts";
import type { LibraryPicture } from "./library-picture.ts";
import { PictureGrid } from "./picture-grid.tsx";

interface LibraryProjectProps {
  readonly project: ProjectCard;
  readonly onPick: (picture: LibraryPicture) => void;
  readonly onBack: () => void;
}

/** One project's pictures, and the way back to all of them. */
export function LibraryProject({ project: { id, name }, onPick, onBack }: LibraryProjectProps) {
  const t = useTranslations("library");
  const { project, error } = useProject(id);
  const back = useRef<HTMLButtonElement>(null);
  // What was pressed is gone: the focus stays in the panel, or it would close.
  useEffect(() => back.current?.focus(), []);
  return (
    <section aria-label={name} aria-busy={!project && !error} className="grid gap-2">
      <Button ref={back} tone="quiet" className="min-w-0 justify-start px-1" onClick={onBack}>
        <ChevronLeft aria-hidden size={14} />
        <span className="sr-only">{t("back")}</span>
        <span className="truncate">{name}</span>
      </Button>
      {error && <ProblemNotice problem={error} />}
      <div className="h-64 overflow-y-auto p-0.5">{project && <PictureGrid edits={project.edits} onPick={onPick} />}</div>
    </section>
  );
}
