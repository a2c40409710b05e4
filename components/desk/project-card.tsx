"use client";

import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useState } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { PageLink } from "#components/ui/page-link.tsx";
import { Photo } from "#components/ui/photo.tsx";
import { onDemand } from "#lib/client/on-demand.tsx";
import { useAgo } from "#lib/client/use-ago.ts";
import { useMissedCount } from "#lib/client/use-missed-count.ts";
import { isApiProject } from "#lib/ids.ts";
import { type ProjectCard as Card, paths } from "#lib/wire.ts";
import { CardMenu } from "./card-menu.tsx";
import type { CardActions } from "./use-card-actions.ts";

export const NameField = onDemand(async () => ({ default: (await import("#components/ui/name-field.tsx")).NameField }));

interface ProjectCardProps {
  readonly card: Card;
  readonly nowMs: number;
  /** Null for those who only look. */
  readonly actions: CardActions | null;
  /** Seen without scrolling, so its picture is worth hurrying for. */
  readonly isEarly: boolean;
}

/** What stays out of sight until the card is pointed at or reached by key; a finger sees it always. */
const onPointing =
  "opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100 has-aria-expanded:opacity-100";

/** Of thousands on a long desk only those are drawn again that changed. */
export const ProjectCard = memo(function ProjectCard({ card, nowMs, actions, isEarly }: ProjectCardProps) {
  const t = useTranslations("desk");
  const ago = useAgo();
  const [isNaming, setNaming] = useState(false);
  const { name, editCount: count, branchCount: branches } = card;
  const missed = useMissedCount(card.id, count);
  return (
    <article className="group relative">
      <PageLink href={`/projects/${card.id}`} aria-label={isNaming ? name : undefined} className="block rounded-lg">
        <span className="relative block aspect-3/2 overflow-hidden rounded-lg border border-line bg-panel transition-colors group-hover:border-edge">
          {card.coverId ? (
            <Photo
              src={paths.thumbnail(card.coverId, 768)}
              alt=""
              loading={isEarly ? "eager" : "lazy"}
              fetchPriority={isEarly ? "high" : "auto"}
              className="object-cover"
            />
          ) : (
            <span aria-hidden className="grid size-full place-items-center text-xs text-faint">
              {t("noPicture")}
            </span>
          )}
        </span>
        {!isNaming && <span className="mt-2 block truncate pr-8 font-medium">{name}</span>}
      </PageLink>
      {isNaming && actions && (
        <NameField
          label={t("newName", { name })}
          name={name}
          className="mt-1 h-7 w-full font-medium"
          onName={(next) => void actions.rename(card, next)}
          onClose={() => setNaming(false)}
        />
      )}
      <div className="flex items-center gap-1">
        {/* The server and the browser may know other words for "just now". */}
        <span suppressHydrationWarning className="min-w-0 flex-1 truncate text-xs text-faint">
          {card.isPrivate && `${t("private")} · `}
          {t("cardFacts", { count, branches, ago: ago(card.updatedAt, nowMs) })}
        </span>
        {actions && (
          <span className={joinClasses("-mt-6", onPointing)}>
            <CardMenu
              name={name}
              canDelete={!isApiProject(card.id)}
              onRename={() => setNaming(true)}
              onDelete={() => void actions.remove(card)}
            />
          </span>
        )}
      </div>
      {missed > 0 && (
        <span className="absolute top-2 left-2 rounded-full bg-accent px-2 py-0.5 text-xs font-medium text-accent-ink">
          {t("new", { count: missed })}
        </span>
      )}
      {actions && (
        <span className={joinClasses("on-picture", !card.starred && onPointing)}>
          <IconButton
            small
            icon={Star}
            label={t(card.starred ? "unstar" : "star", { name })}
            aria-pressed={card.starred}
            onClick={() => void actions.star(card)}
            tone={card.starred ? "accent" : "dim"}
            className={card.starred ? "[&_svg]:fill-current" : undefined}
          />
        </span>
      )}
    </article>
  );
});
