"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { Popover } from "#components/ui/popover.tsx";
import { onDemand } from "#lib/client/on-demand.tsx";

export const CardActionsList = onDemand(() => import("./card-actions-list.tsx"));

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
      className="right-0 grid min-h-11 w-40"
    >
      {(close) => (
        <CardActionsList
          onRename={onRename}
          onDelete={
            canDelete
              ? () => {
                  close();
                  onDelete();
                }
              : null
          }
        />
      )}
    </Popover>
  );
}
