"use client";

import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/popover.tsx";

interface CardMenuProps {
  readonly name: string;
  readonly canDelete: boolean;
  readonly onRename: () => void;
  readonly onDelete: () => void;
}

export function CardMenu({ name, canDelete, onRename, onDelete }: CardMenuProps) {
  const t = useTranslations("desk");
  const label = t("menu", { name });
  return (
    <Popover
      label={label}
      buttonClassName="grid size-6 place-items-center rounded-md text-dim hover:bg-raised hover:text-ink pointer-coarse:size-11"
      button={
        <>
          <Ellipsis aria-hidden size={14} />
          <span className="sr-only">{label}</span>
        </>
      }
      className="right-0 grid w-40"
    >
      {(close) => (
        <>
          <Button tone="quiet" className="justify-start" onClick={onRename}>
            <Pencil aria-hidden size={14} />
            {t("rename")}
          </Button>
          {canDelete && (
            <Button
              tone="quiet"
              className="justify-start"
              onClick={() => {
                close();
                onDelete();
              }}
            >
              <Trash2 aria-hidden size={14} />
              {t("delete")}
            </Button>
          )}
        </>
      )}
    </Popover>
  );
}
