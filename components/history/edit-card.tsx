"use client";

import { Check } from "lucide-react";
import Image from "next/image";
import { useTranslations } from "next-intl";
import { type Edit, paths } from "#lib/wire.ts";
import { cardFrame, cardName } from "./card-look.ts";

interface EditCardProps {
  readonly edit: Edit;
  readonly isOpen: boolean;
  readonly isCurrent: boolean;
  readonly onOpen: () => void;
}

export function EditCard({ edit, isOpen, isCurrent, onOpen }: EditCardProps) {
  const t = useTranslations("history");
  return (
    <button type="button" aria-current={isOpen} title={edit.name} onClick={onOpen} className="group grid gap-1 rounded-md text-left">
      <span className={`${cardFrame} border-2 ${isOpen ? "border-accent" : "border-line group-hover:border-edge"}`}>
        <Image src={paths.thumbnail(edit.picture.id, 256)} alt="" fill loading="eager" className="object-cover" />
        {isCurrent && (
          <span className="absolute right-1 bottom-1 grid size-5 place-items-center rounded-full bg-black/75 text-white">
            <Check aria-hidden size={12} />
            <span className="sr-only">{t("current")}</span>
          </span>
        )}
      </span>
      <span className={`${cardName} ${isOpen ? "text-ink" : "text-dim"}`}>{edit.name}</span>
    </button>
  );
}
