"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";

interface CardActionsListProps {
  /** Null for what has to stay. */
  readonly onDelete: (() => void) | null;
  readonly onRename: () => void;
}

export default function CardActionsList({ onRename, onDelete }: CardActionsListProps) {
  const t = useTranslations("desk");
  return (
    <>
      <Button tone="quiet" className="justify-start" onClick={onRename}>
        <Pencil aria-hidden size={14} />
        {t("rename")}
      </Button>
      {onDelete && (
        <Button tone="quiet" className="justify-start" onClick={onDelete}>
          <Trash2 aria-hidden size={14} />
          {t("delete")}
        </Button>
      )}
    </>
  );
}
