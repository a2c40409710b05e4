"use client";

import { useTranslations } from "next-intl";
import { useDraggedFiles } from "#lib/client/use-dragged-files.ts";

/** The whole window takes a picture; without this the browser would leave the studio for it. */
export function StudioDrop({ onFile }: { readonly onFile: (file: File) => void }) {
  const t = useTranslations("studio");
  const isDragging = useDraggedFiles(([file]) => file && onFile(file));
  if (!isDragging) return null;
  return (
    <div className="pointer-events-none fixed inset-3 z-40 grid place-items-center rounded-2xl border-2 border-dashed border-accent">
      <p className="rounded-lg bg-glass px-4 py-2 text-lg font-semibold">{t("emptyTitle")}</p>
    </div>
  );
}
