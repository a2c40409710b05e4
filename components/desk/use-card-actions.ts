"use client";

import { useMemo, useRef, useState } from "react";
import { type ClientError, toClientError } from "#lib/client/client-error.ts";
import type { ProjectCard } from "#lib/wire.ts";
import { type ProjectChanges, projectChanges } from "./project-changes.ts";

export interface CardActions {
  star(card: ProjectCard): Promise<void>;
  rename(card: ProjectCard, name: string): Promise<void>;
  remove(card: ProjectCard): Promise<void>;
}

interface List {
  change(id: string, to: Partial<ProjectCard> | null): void;
  refresh(): void;
}

/** Each change shows at once; where the server refuses it, the list is read again and the reason is told. */
export function useCardActions({ change, refresh }: List, onProblem: (problem: ClientError) => void) {
  const [deleted, setDeleted] = useState<ProjectCard | null>(null);

  async function tell(work: (to: ProjectChanges) => Promise<unknown>): Promise<boolean> {
    try {
      await work(await projectChanges.load());
      return true;
    } catch (failure) {
      onProblem(toClientError(failure));
      return false;
    } finally {
      refresh();
    }
  }

  const hands: CardActions = {
    async star({ id, starred }) {
      change(id, { starred: !starred });
      await tell((to) => to.starProject(id, !starred));
    },
    async rename({ id }, name) {
      change(id, { name });
      await tell((to) => to.renameProject(id, name));
    },
    async remove(card) {
      change(card.id, null);
      if (await tell((to) => to.deleteProject(card.id))) setDeleted(card);
    },
  };

  const latest = useRef(hands);
  latest.current = hands;
  // The same ones as long as the desk stands: cards need not be drawn again for them.
  const actions = useMemo<CardActions>(
    () => ({
      star: (card) => latest.current.star(card),
      rename: (card, name) => latest.current.rename(card, name),
      remove: (card) => latest.current.remove(card),
    }),
    [],
  );

  return {
    actions,
    deleted,
    forgetDeleted: () => setDeleted(null),
    async undoDelete(): Promise<void> {
      if (deleted && (await tell((to) => to.restoreProject(deleted.id)))) setDeleted(null);
    },
  };
}
