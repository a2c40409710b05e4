"use client";

import { Check } from "lucide-react";
import Image from "next/image";
import { useTranslations } from "next-intl";
import { VerdictMark } from "#components/ui/verdict-mark.tsx";
import type { RemarkMark } from "#lib/client/use-shares.ts";
import { type Edit, paths } from "#lib/wire.ts";
import { cardFrame, cardName } from "./card-look.ts";

interface EditCardProps {
  readonly edit: Edit;
  /** Empty for what no model made. */
  readonly modelTitle: string;
  readonly isOpen: boolean;
  readonly isCurrent: boolean;
  /** What those said who came by a link. */
  readonly mark?: RemarkMark | undefined;
  /** False where arrows move between the cards. */
  readonly isTabStop?: boolean;
  readonly onOpen: () => void;
}

export function EditCard({ edit, modelTitle, isOpen, isCurrent, mark, isTabStop = true, onOpen }: EditCardProps) {
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
        <Image src={paths.thumbnail(edit.picture.id, 256)} alt="" fill loading="lazy" className="object-cover" />
        {mark && <VerdictMark mark={mark} className="absolute top-1 right-1" />}
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
