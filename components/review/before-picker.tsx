"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Photo } from "#components/ui/photo.tsx";
import { Popover } from "#components/ui/popover.tsx";
import type { ComparedEdit } from "./compared.ts";
import { usePictureSources } from "./picture-sources.ts";

interface BeforePickerProps {
  readonly edits: readonly ComparedEdit[];
  readonly before: ComparedEdit | null;
  readonly onPick: (editId: string) => void;
}

/** With which other edit of the project the open one is compared. */
export function BeforePicker({ edits, before, onPick }: BeforePickerProps) {
  const t = useTranslations("review");
  const sources = usePictureSources();
  return (
    <Popover
      label={t("compareWith")}
      className="bottom-full left-0 mb-2 max-h-80 w-64 overflow-y-auto"
      buttonClassName="flex h-7 max-w-48 items-center gap-1 rounded-full border border-line px-2.5 text-dim hover:border-edge hover:text-ink pointer-coarse:h-11"
      button={
        <>
          <span className="truncate">{before ? t("comparedWith", { name: before.name }) : t("compareWith")}</span>
          <ChevronDown aria-hidden size={12} className="shrink-0" />
        </>
      }
    >
      {(close) => (
        <ul className="grid gap-0.5">
          {edits.map((edit) => (
            <li key={edit.id}>
              <button
                type="button"
                aria-current={edit.id === before?.id}
                onClick={() => {
                  onPick(edit.id);
                  close();
                }}
                className="flex w-full items-center gap-2 rounded-md p-1 text-left hover:bg-page aria-current:bg-page"
              >
                <span className="relative h-8 w-11 shrink-0 overflow-hidden rounded">
                  <Photo src={sources.thumbnail(edit.picture.id, 256)} alt="" className="object-cover" />
                </span>
                <span className="line-clamp-2 text-xs wrap-anywhere">{edit.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  );
}
