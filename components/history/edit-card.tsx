"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { Photo } from "#components/ui/photo.tsx";
import { type Edit, paths } from "#lib/wire.ts";
import { cardFrame, cardName } from "./card-look.ts";

interface EditCardProps {
  readonly edit: Edit;
  /** Empty for what no model made. */
  readonly modelTitle: string;
  readonly isOpen: boolean;
  readonly isCurrent: boolean;
  /** False where arrows move between the cards. */
  readonly isTabStop?: boolean;
  readonly onOpen: () => void;
}

export function EditCard({ edit, modelTitle, isOpen, isCurrent, isTabStop = true, onOpen }: EditCardProps) {
  const t = useTranslations("history");
  const name = modelTitle === "" ? edit.name : `${edit.name} · ${modelTitle}`;
  return (
    <button
      type="button"
      aria-current={isOpen}
      title={name}
      tabIndex={isTabStop ? 0 : -1}
      onClick={onOpen}
      className="group grid gap-1 rounded-md text-left"
    >
      <span className={`${cardFrame} border-2 ${isOpen ? "border-accent" : "border-line group-hover:border-edge"}`}>
        <Photo src={paths.thumbnail(edit.picture.id, 256)} alt="" loading="lazy" className="object-cover" />
        {isCurrent && (
          <span className="absolute right-1 bottom-1 grid size-5 place-items-center rounded-full bg-black/75 text-white">
            <Check aria-hidden size={12} />
            <span className="sr-only">{t("current")}</span>
          </span>
        )}
      </span>
      <span className={`${cardName} ${isOpen ? "text-ink" : "text-dim"}`}>
        {edit.name}
        {modelTitle !== "" && <span aria-hidden> · {modelTitle}</span>}
      </span>
    </button>
  );
}
