"use client";

import { Images, Type } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Button } from "#components/ui/button.tsx";
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
const DropLayer = lazy(async () => ({ default: (await import("./drop-layer.tsx")).DropLayer }));

/** The whole window takes pictures; the frame in it says so and offers the other ways to begin. */
export function DropZone({ isBusy, onFiles, onStart, header, uploads, children }: DropZoneProps) {
  const t = useTranslations("desk");
  const isDragging = useDraggedFiles(onFiles);
  const [isLayerNeeded, setLayerNeeded] = useState(false);
  // It stays: folders are still being read when the drag is over.
  if (isDragging && !isLayerNeeded) setLayerNeeded(true);
  usePastedFiles(onFiles);
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
                <Type aria-hidden size={16} />
                {t("fromWords")}
              </Button>
              <Button disabled={isBusy} onClick={() => onStart("combine")}>
                <Images aria-hidden size={16} />
                {t("twoPictures")}
              </Button>
            </div>
          </div>
          {uploads}
        </section>
        {children}
      </main>
      {isLayerNeeded && (
        <Suspense fallback={<DropVeil />}>
          <DropLayer isDragging={isDragging} onFiles={onFiles} />
        </Suspense>
      )}
    </div>
  );
}
