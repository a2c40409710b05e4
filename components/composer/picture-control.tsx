"use client";

import { RotateCcw, Upload, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { LibraryPicture } from "#components/library/library-picture.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { usePictureUpload } from "#lib/client/use-picture-upload.ts";
import type { PictureField } from "#lib/models/model.ts";
import { useComposerForm } from "./composer-context.ts";
import { LibraryPopover } from "./library-popover.tsx";
import { PictureDrop } from "./picture-drop.tsx";
import { SlotFrame } from "./slot-frame.tsx";

export function PictureControl({ field, isFaulty }: { readonly field: PictureField; readonly isFaulty: boolean }) {
  const t = useTranslations("composer");
  const locale = useLocale();
  const { values, typed, edits, basePictureId, setValue, pickPicture, takePicture } = useComposerForm();
  const { fraction, problem, send, stop } = usePictureUpload((picture, name) => takePicture(field.name, "picture", picture, name));
  const label = field.label[locale];
  const value = values[field.name];
  const pictureId = typeof value === "string" ? value : undefined;
  const isOwn = typed[field.name] !== undefined;
  const edit = edits.find((one) => one.picture.id === pictureId);
  const caption = !pictureId ? t("slotEmpty") : pictureId === basePictureId ? t("slotOnStage") : (edit?.name ?? t("slotUploaded"));

  /** A picture of another project comes into this one, as one that is uploaded does. */
  function pick({ picture, name }: LibraryPicture): void {
    if (edits.some((one) => one.picture.id === picture.id)) pickPicture(field.name, picture.id);
    else takePicture(field.name, "picture", picture, name);
  }

  return (
    <PictureDrop label={label} onFile={send} className="grid gap-2 rounded-md">
      {(open) => (
        <>
          <SlotFrame
            pictureId={pictureId}
            alt={edit?.name ?? label}
            caption={caption}
            fraction={fraction}
            isFaulty={isFaulty}
            onStop={stop}
          >
            <IconButton small icon={Upload} label={t("uploadFor", { label })} onClick={open} />
            <LibraryPopover label={label} onPick={pick} />
            {isOwn && (
              <IconButton
                small
                icon={basePictureId ? RotateCcw : X}
                label={t("clearSlot", { label })}
                onClick={() => setValue(field.name, undefined)}
              />
            )}
          </SlotFrame>
          {problem && <ProblemNotice problem={problem} />}
        </>
      )}
    </PictureDrop>
  );
}
