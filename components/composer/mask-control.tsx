"use client";

import { Upload, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
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
  const { values, isMaskPainted, setValue, takePicture } = useComposerForm();
  const { fraction, problem, send, stop } = usePictureUpload((picture, name) => takePicture(field.name, "mask", picture, name));
  const label = field.label[locale];
  const value = values[field.name];
  const maskId = typeof value === "string" ? value : undefined;
  return (
    <PictureDrop label={label} onFile={send} className="grid gap-2 rounded-md">
      {(open) => (
        <>
          <SlotFrame
            pictureId={maskId}
            alt={label}
            caption={maskId ? t("maskSet") : isMaskPainted ? t("maskPainted") : t("maskEmpty")}
            fraction={fraction}
            isFaulty={isFaulty}
            onStop={stop}
          >
            <IconButton small icon={Upload} label={t("uploadFor", { label })} onClick={open} />
            {maskId && <IconButton small icon={X} label={t("clearSlot", { label })} onClick={() => setValue(field.name, undefined)} />}
          </SlotFrame>
          {problem && <ProblemNotice problem={problem} />}
        </>
      )}
    </PictureDrop>
  );
}
