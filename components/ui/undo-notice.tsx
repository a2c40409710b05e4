"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "./button.tsx";
import { IconButton } from "./icon-button.tsx";
import { joinClasses } from "./join-classes.ts";

interface UndoNoticeProps {
  readonly text: string;
  /** Where it stands. */
  readonly className: string;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** Stays until it is answered: nobody has to be quick to take a deletion back. */
export function UndoNotice({ text, className, onUndo, onClose }: UndoNoticeProps) {
  const t = useTranslations("ui");
  return (
    <div
      role="status"
      className={joinClasses(
        "z-30 flex w-fit max-w-[calc(100vw-2rem)] items-center gap-2 rounded-lg border border-line bg-raised py-1.5 pr-2 pl-4 shadow-xl shadow-black/30",
        className,
      )}
    >
      <span className="min-w-0 truncate">{text}</span>
      <Button tone="quiet" className="text-accent-text!" onClick={onUndo}>
        {t("undo")}
      </Button>
      <IconButton small icon={X} label={t("close")} onClick={onClose} />
    </div>
  );
}
