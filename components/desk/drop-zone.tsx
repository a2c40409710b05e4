"use client";

import { ImagePlus, Images, Type } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDropzone } from "react-dropzone";
import { Button } from "#components/ui/button.tsx";
import { hiddenFileInput } from "#components/ui/file-input.ts";
import { useShortcuts } from "#lib/client/shortcuts/use-shortcuts.ts";
import { usePastedFiles } from "#lib/client/use-pasted-files.ts";
import { FolderButton } from "./folder-button.tsx";

interface DropZoneProps {
  readonly isBusy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onStart: (task: "generate" | "combine") => void;
  readonly header: ReactNode;
  readonly uploads: ReactNode;
  readonly children: ReactNode;
}

/** The whole window takes pictures; the frame in it says so and offers the other ways to begin. */
export function DropZone({ isBusy, onFiles, onStart, header, uploads, children }: DropZoneProps) {
  const t = useTranslations("desk");
  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({
    noClick: true,
    noKeyboard: true,
    noPaste: true,
    onDrop: (files) => files.length > 0 && onFiles(files),
  });
  usePastedFiles(onFiles);
  const done = (work: () => void) => () => {
    work();
    return true;
  };
  useShortcuts({
    newFromPicture: done(open),
    ...(isBusy ? {} : { newFromWords: done(() => onStart("generate")), newFromTwo: done(() => onStart("combine")) }),
  });
  return (
    <div {...getRootProps({ className: "flex min-h-svh flex-col" })}>
      <input {...getInputProps(hiddenFileInput)} />
      {header}
      <main>
        <section aria-label={t("dropTitle")} className="mx-auto mt-9 w-full max-w-[1480px] px-4 sm:px-8 lg:px-14">
          <div className="grid justify-items-center gap-2 rounded-2xl border border-dashed border-edge/60 bg-panel px-4 py-12 text-center">
            <h1 className="text-2xl font-semibold tracking-tight">{t("dropTitle")}</h1>
            <p className="text-dim">{t("dropText")}</p>
            <div className="mt-3 flex flex-wrap justify-center gap-2">
              <Button tone="primary" onClick={open}>
                <ImagePlus aria-hidden size={16} />
                {t("choose")}
              </Button>
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
      {isDragActive && (
        <div className="pointer-events-none fixed inset-3 z-40 grid place-items-center rounded-2xl border-2 border-dashed border-accent bg-glass">
          <p className="text-2xl font-semibold">{t("dropNow")}</p>
        </div>
      )}
    </div>
  );
}
