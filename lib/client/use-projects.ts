import useSWRInfinite, { unstable_serialize as serializeKey } from "swr/infinite";
import { isApiProject } from "#lib/ids.ts";
import { deskPageSize, type Page, type ProjectCard, type ProjectFilter, paths } from "#lib/wire.ts";
import type { ClientError } from "./client-error.ts";
import { fetchJson } from "./fetch-json.ts";

export interface ProjectsQuery {
  readonly search: string;
  readonly filter: ProjectFilter;
}

interface ProjectsAnswer {
  readonly projects: readonly ProjectCard[] | undefined;
  readonly error: ClientError | undefined;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  loadMore(): void;
  refresh(): void;
  /** Shows at once what the server is being told. */
  change(id: string, to: Partial<ProjectCard> | null): void;
}

export function useProjects(query: ProjectsQuery, { refreshEveryMs = 0, keepsPrevious = true } = {}): ProjectsAnswer {
  const { data, error, size, setSize, mutate } = useSWRInfinite<Page<ProjectCard>, ClientError>(pageKeyOf(query), fetchJson, {
    keepPreviousData: keepsPrevious,
    compare: isSameData,
    refreshInterval: refreshEveryMs,
  });
  const last = data?.at(-1);
  const isLoadingMore = data !== undefined && data.length < size;
  return {
    projects: data && uniqueById(data.flatMap((page) => page.items).filter(hasSomethingToShow)),
    error,
    hasMore: Boolean(last?.next),
    isLoadingMore,
    loadMore: () => !isLoadingMore && void setSize(size + 1),
    refresh: () => void mutate(),
    change: (id, to) => void mutate((pages) => pages?.map((page) => withChange(page, id, to)), { revalidate: false }),
  };
}

/** Pages that were not asked for anew are the same objects: only what came anew is compared word by word. */
export function isSameData(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, at) => isSameData(item, other[at]));
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Where the pages of a query stand among what the server told already. */
export function knownPages(query: ProjectsQuery, first: Page<ProjectCard>): Readonly<Record<string, unknown>> {
  return { [serializeKey(pageKeyOf(query))]: [first] };
}

export function pageKeyOf({ search, filter }: ProjectsQuery) {
  return (_index: number, previous: Page<ProjectCard> | null): string | null => {
    if (previous && previous.next === null) return null;
    const asked = new URLSearchParams({ limit: String(deskPageSize), filter });
    if (search !== "") asked.set("search", search);
    if (previous?.next) asked.set("after", previous.next);
    return `${paths.projects}?${asked}`;
  };
}

/** null takes the card away. */
export function withChange(page: Page<ProjectCard>, id: string, to: Partial<ProjectCard> | null): Page<ProjectCard> {
  return { ...page, items: page.items.flatMap((card) => (card.id !== id ? [card] : to ? [{ ...card, ...to }] : [])) };
}

/** The project of the API always exists; it is worth a card once something was made through it. */
export function hasSomethingToShow({ id, editCount }: ProjectCard): boolean {
  return !isApiProject(id) || editCount > 0;
}

/** A project that was changed between two pages can stand on both. */
export function uniqueById(cards: readonly ProjectCard[]): readonly ProjectCard[] {
  return [...new Map(cards.map((card) => [card.id, card])).values()];
}
