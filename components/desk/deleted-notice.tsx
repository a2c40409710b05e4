"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";

interface DeletedNoticeProps {
  readonly name: string;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** Stays until it is answered: nobody has to be quick to take a deletion back. */
export function DeletedNotice({ name, onUndo, onClose }: DeletedNoticeProps) {
  const t = useTranslations("desk");
  return (
    <div
      role="status"
      className="fixed inset-x-4 bottom-4 z-30 mx-auto flex w-fit max-w-[calc(100vw-2rem)] items-center gap-2 rounded-lg border border-line bg-raised py-1.5 pr-2 pl-4 shadow-xl shadow-black/30"
    >
      <span className="min-w-0 truncate">{t("deleted", { name })}</span>
      <Button tone="quiet" className="text-accent-text" onClick={onUndo}>
        {t("undo")}
      </Button>
      <IconButton small icon={X} label={t("close")} onClick={onClose} />
    </div>
  );
}
