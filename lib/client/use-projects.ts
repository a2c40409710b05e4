import useSWRInfinite from "swr/infinite";
import { apiProjectId } from "#lib/ids.ts";
import { type Page, type ProjectCard, paths } from "#lib/wire.ts";
import type { ClientError } from "./client-error.ts";
import { fetchJson } from "./fetch-json.ts";

const pageSize = 24;

interface ProjectsAnswer {
  readonly projects: readonly ProjectCard[] | undefined;
  readonly error: ClientError | undefined;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  loadMore(): void;
  refresh(): void;
}

export function useProjects(): ProjectsAnswer {
  const { data, error, size, setSize, mutate } = useSWRInfinite<Page<ProjectCard>, ClientError>(pageKey, fetchJson);
  const last = data?.at(-1);
  return {
    projects: data && uniqueById(data.flatMap((page) => page.items).filter(hasSomethingToShow)),
    error,
    hasMore: Boolean(last?.next),
    isLoadingMore: data !== undefined && data.length < size,
    loadMore: () => void setSize(size + 1),
    refresh: () => void mutate(),
  };
}

export function pageKey(_index: number, previous: Page<ProjectCard> | null): string | null {
  if (!previous) return `${paths.projects}?limit=${pageSize}`;
  return previous.next ? `${paths.projects}?limit=${pageSize}&after=${encodeURIComponent(previous.next)}` : null;
}

/** The project of the API always exists; it is worth a card once something was made through it. */
export function hasSomethingToShow({ id, editCount }: ProjectCard): boolean {
  return id !== apiProjectId || editCount > 0;
}

/** A project that was changed between two pages can stand on both. */
export function uniqueById(cards: readonly ProjectCard[]): readonly ProjectCard[] {
  return [...new Map(cards.map((card) => [card.id, card])).values()];
}
