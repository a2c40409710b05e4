"use client";

import { useTranslations } from "next-intl";
import { usePictureSources } from "#components/review/picture-sources.ts";
import { Photo } from "#components/ui/photo.tsx";
import { VerdictMark } from "#components/ui/verdict-mark.tsx";
import { marksOf } from "#lib/client/use-shares.ts";
import type { Remark, ReviewedEdit } from "#lib/review-wire.ts";

interface EditChoiceProps {
  readonly edits: readonly ReviewedEdit[];
  readonly remarks: readonly Remark[];
  readonly openId: string;
  readonly onOpen: (editId: string) => void;
}

/** The pictures that a link shows, in the order they were made. */
export function EditChoice({ edits, remarks, openId, onOpen }: EditChoiceProps) {
  const t = useTranslations("share");
  const sources = usePictureSources();
  const marks = marksOf(remarks);
  return (
    <nav aria-label={t("edits")}>
      <ul className="flex gap-2 overflow-x-auto pb-1">
        {edits.map((edit) => {
          const mark = marks.get(edit.id);
          return (
            <li key={edit.id} className="shrink-0">
              <button
                type="button"
                aria-current={edit.id === openId}
                onClick={() => onOpen(edit.id)}
                className="group grid w-24 gap-1 rounded-md text-left text-xs text-dim aria-current:text-ink"
              >
                <span className="relative h-16 overflow-hidden rounded-md border-2 border-line group-hover:border-edge group-aria-current:border-accent">
                  <Photo src={sources.thumbnail(edit.picture.id, 256)} alt="" className="object-cover" />
                  {mark && <VerdictMark mark={mark} className="absolute right-1 bottom-1" />}
                </span>
                <span className="truncate">{edit.name}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
