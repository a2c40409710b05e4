"use client";

import { ImagePlus, Sparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { PictureDrop } from "#components/composer/picture-drop.tsx";
import { Button } from "#components/ui/button.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { ProgressLine } from "#components/ui/progress-line.tsx";
import { useMayChange } from "#lib/client/may-change.tsx";
import { performShortcut } from "#lib/client/shortcuts/use-shortcuts.ts";
import { usePictureUpload } from "#lib/client/use-picture-upload.ts";
import type { Picture } from "#lib/wire.ts";

interface EmptyStageProps {
  readonly needsPicture: boolean;
  readonly onPicture: (picture: Picture, fileName: string) => void;
}

/** A project without a picture yet: takes one, or says that words are enough. */
export function EmptyStage({ needsPicture, onPicture }: EmptyStageProps) {
  const t = useTranslations("studio");
  const { fraction, problem, send } = usePictureUpload(onPicture);
  const mayChange = useMayChange();
  if (!mayChange) return <p className="grid size-full place-items-center p-4 text-dim">{t("emptyForViewers")}</p>;
  return (
    <PictureDrop
      label={t("emptyTitle")}
      onFile={send}
      className="grid size-full place-items-center rounded-2xl border border-dashed border-edge/60 p-4"
    >
      {(open) => (
        <div className="grid max-w-sm justify-items-center gap-3 text-center">
          {needsPicture ? (
            <ImagePlus aria-hidden size={28} className="text-dim" />
          ) : (
            <Sparkles aria-hidden size={28} className="text-dim" />
          )}
          <p className="text-lg font-semibold">{needsPicture ? t("emptyTitle") : t("emptyWordsTitle")}</p>
          <p className="text-dim">{needsPicture ? t("emptyText") : t("emptyWordsText")}</p>
          {fraction === null ? (
            needsPicture ? (
              <Button onClick={open}>{t("choosePicture")}</Button>
            ) : (
              <Button onClick={() => performShortcut("prompt")}>{t("writeWords")}</Button>
            )
          ) : (
            <ProgressLine label={t("uploading")} fraction={fraction} />
          )}
          {problem && <ProblemNotice problem={problem} />}
        </div>
      )}
    </PictureDrop>
  );
}
