"use client";

import { Upload, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { usePictureUpload } from "#lib/client/use-picture-upload.ts";
import type { MaskField } from "#lib/models/model.ts";
import { useComposerForm } from "./composer-context.ts";
import { PictureDrop } from "./picture-drop.tsx";
import { SlotFrame } from "./slot-frame.tsx";

/** Takes a mask as a file, beside the one painted on the stage; either is drawn over the picture there. */
export function MaskControl({ field, isFaulty }: { readonly field: MaskField; readonly isFaulty: boolean }) {
  const t = useTranslations("composer");
  const locale = useLocale();
  const { values, isMaskPainted, grownTo, setValue, takePicture } = useComposerForm();
  const { fraction, problem, send, stop } = usePictureUpload((picture, name) => takePicture(field.name, "mask", picture, name));
  const label = field.label[locale];
  const value = values[field.name];
  const maskId = typeof value === "string" ? value : undefined;
  const caption = maskId ? t("maskSet") : isMaskPainted ? t("maskPainted") : grownTo ? t("noFurtherMask") : t("maskEmpty");
  return (
    <PictureDrop label={label} onFile={send} className="grid gap-2 rounded-md">
      {(open) => (
        <>
          {maskId || fraction !== null ? (
            <SlotFrame pictureId={maskId} alt={label} caption={caption} fraction={fraction} isFaulty={isFaulty} onStop={stop}>
              <IconButton small icon={Upload} label={t("uploadFor", { label })} onClick={open} />
              {maskId && <IconButton small icon={X} label={t("clearSlot", { label })} onClick={() => setValue(field.name, undefined)} />}
            </SlotFrame>
          ) : (
            <div
              data-faulty={isFaulty || undefined}
              className={joinClasses(
                "flex min-h-control items-center gap-2 rounded-md border bg-page py-1 pr-1 pl-2.5",
                isFaulty ? "border-danger" : "border-line",
              )}
            >
              {isMaskPainted && <span aria-hidden className="mask-hatch size-3 shrink-0 rounded-sm" />}
              <p className="min-w-0 flex-1 text-xs text-dim">{caption}</p>
              <IconButton small icon={Upload} label={t("uploadFor", { label })} onClick={open} />
            </div>
          )}
          {grownTo && <p className="text-xs text-dim">{t("grows", { width: String(grownTo.width), height: String(grownTo.height) })}</p>}
          {problem && <ProblemNotice problem={problem} />}
        </>
      )}
    </PictureDrop>
  );
}
