"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { onDemand } from "#lib/client/on-demand.tsx";
import { useShortcuts } from "#lib/client/shortcuts/use-shortcuts.ts";
import { useDraggedFiles } from "#lib/client/use-dragged-files.ts";
import { usePastedFiles } from "#lib/client/use-pasted-files.ts";
import { DropVeil } from "./drop-veil.tsx";
import { FilesButton } from "./files-button.tsx";
import { FolderButton } from "./folder-button.tsx";

interface DropZoneProps {
  readonly isBusy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onStart: (task: "generate" | "combine") => void;
  readonly header: ReactNode;
  readonly uploads: ReactNode;
  readonly children: ReactNode;
}

/** Comes when a first file is dragged in: before that it would only be weight. */
const DropLayer = onDemand(async () => ({ default: (await import("./drop-layer.tsx")).DropLayer }), DropVeil);

/** The whole window takes pictures; the frame in it says so and offers the other ways to begin. */
export function DropZone({ isBusy, onFiles, onStart, header, uploads, children }: DropZoneProps) {
  const t = useTranslations("desk");
  const isDragging = useDraggedFiles(onFiles);
  const [isLayerNeeded, setLayerNeeded] = useState(false);
  // It stays: folders are still being read when the drag is over.
  if (isDragging && !isLayerNeeded) setLayerNeeded(true);
  usePastedFiles(onFiles);
  const done = (work: () => void) => () => {
    work();
    return true;
  };
  useShortcuts(isBusy ? {} : { newFromWords: done(() => onStart("generate")), newFromTwo: done(() => onStart("combine")) });
  return (
    <div className="flex min-h-svh flex-col">
      {header}
      <main>
        <section aria-label={t("dropTitle")} className="mx-auto mt-8 w-full max-w-[1480px] px-4 sm:px-8 lg:px-12">
          <div className="grid justify-items-center gap-2 rounded-2xl border border-dashed border-edge/60 bg-panel px-4 py-12 text-center">
            <h1 className="text-2xl font-semibold tracking-tight">{t("dropTitle")}</h1>
            <p className="text-dim">{t("dropText")}</p>
            <div className="mt-3 flex flex-wrap justify-center gap-2">
              <FilesButton onFiles={onFiles} />
              <FolderButton onFiles={onFiles} />
              <Button disabled={isBusy} onClick={() => onStart("generate")}>
                {t("fromWords")}
              </Button>
              <Button disabled={isBusy} onClick={() => onStart("combine")}>
                {t("twoPictures")}
              </Button>
            </div>
          </div>
          {uploads}
        </section>
        {children}
      </main>
      {isLayerNeeded && <DropLayer isDragging={isDragging} onFiles={onFiles} />}
    </div>
  );
}
