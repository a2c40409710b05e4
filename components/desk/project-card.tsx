"use client";

import { ImageOff } from "lucide-react";
import Image from "next/image";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { formatAgo } from "#lib/client/formats.ts";
import { type ProjectCard as Card, paths } from "#lib/wire.ts";

interface ProjectCardProps {
  readonly card: Card;
  readonly nowMs: number;
  /** Seen without scrolling, so its picture is worth hurrying for. */
  readonly isEarly: boolean;
}

export function ProjectCard({ card, nowMs, isEarly }: ProjectCardProps) {
  const t = useTranslations("desk");
  const locale = useLocale();
  return (
    <Link href={`/projects/${card.id}`} className="group grid gap-2 rounded-lg">
      <span className="relative block aspect-3/2 overflow-hidden rounded-lg border border-line bg-panel transition-colors group-hover:border-edge">
        {card.coverId ? (
          <Image src={paths.thumbnail(card.coverId, 768)} alt="" fill loading={isEarly ? "eager" : "lazy"} className="object-cover" />
        ) : (
          <span className="grid size-full place-items-center text-faint">
            <ImageOff aria-hidden size={24} />
          </span>
        )}
      </span>
      <span className="grid">
        <span className="truncate font-medium">{card.name}</span>
        <span className="truncate text-xs text-faint">
          {t("cardFacts", { count: card.editCount, ago: formatAgo(locale, card.updatedAt, nowMs) })}
        </span>
      </span>
    </Link>
  );
}
