"use client";

import { useTranslations } from "next-intl";
import { UndoNotice } from "#components/ui/undo-notice.tsx";
import type { useEditActions } from "./use-edit-actions.ts";

interface DeletedNoticeProps {
  readonly edits: Pick<ReturnType<typeof useEditActions>, "deleted" | "bringBack" | "forgetDeleted">;
  readonly className: string;
}

export function DeletedNotice({ edits, className }: DeletedNoticeProps) {
  const t = useTranslations("history");
  if (!edits.deleted) return null;
  return (
    <UndoNotice
      text={t("deleted", { name: edits.deleted.name })}
      className={className}
      onUndo={edits.bringBack}
      onClose={edits.forgetDeleted}
    />
  );
}
