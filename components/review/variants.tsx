"use client";

import Image from "next/image";
import { useTranslations } from "next-intl";
import { type Edit, paths } from "#lib/wire.ts";

interface VariantsProps {
  readonly edits: readonly Edit[];
  readonly openId: string;
  readonly onOpen: (editId: string) => void;
}

/** The pictures of one run, small, to go through. */
export function Variants({ edits, openId, onOpen }: VariantsProps) {
  const t = useTranslations("review");
  return (
    <ul aria-label={t("variants")} className="flex gap-1.5">
      {edits.map((edit, at) => (
        <li key={edit.id}>
          <button
            type="button"
            aria-current={edit.id === openId}
            onClick={() => onOpen(edit.id)}
            className="relative block size-14 overflow-hidden rounded-md border-2 border-line hover:border-edge aria-current:border-accent"
          >
            <Image src={paths.thumbnail(edit.picture.id, 256)} alt={t("variant", { number: at + 1 })} fill className="object-cover" />
          </button>
        </li>
      ))}
    </ul>
  );
}
