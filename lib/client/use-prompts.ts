import useSWRInfinite from "swr/infinite";
import { type Page, type Prompt, paths } from "#lib/wire.ts";
import type { ClientError } from "./client-error.ts";
import { fetchJson } from "./fetch-json.ts";

const pageSize = 30;

interface PromptsAnswer {
  readonly prompts: readonly Prompt[] | undefined;
  readonly error: ClientError | undefined;
  readonly hasMore: boolean;
  loadMore(): void;
  refresh(): void;
}

interface Wanted {
  readonly search: string;
  readonly savedOnly: boolean;
  /** Nothing is asked before somebody wants to see it. */
  readonly isWanted: boolean;
}

export function usePrompts({ search, savedOnly, isWanted }: Wanted): PromptsAnswer {
  const keyOf = (_index: number, previous: Page<Prompt> | null): string | null => {
    if (!isWanted || previous?.next === null) return null;
    const query = new URLSearchParams({ limit: String(pageSize), search, saved: savedOnly ? "1" : "0" });
    if (previous?.next) query.set("after", previous.next);
    return `${paths.prompts}?${query}`;
  };
  const { data, error, size, setSize, mutate } = useSWRInfinite<Page<Prompt>, ClientError>(keyOf, fetchJson, { keepPreviousData: true });
  return {
    prompts: data && [...new Map(data.flatMap(({ items }) => items).map((prompt) => [prompt.id, prompt])).values()],
    error,
    hasMore: Boolean(data?.at(-1)?.next),
    loadMore: () => void setSize(size + 1),
    refresh: () => void mutate(),
  };
}

export function savePrompt(text: string): Promise<Prompt> {
  return fetchJson<Prompt>(paths.prompts, { method: "POST", body: { text } });
}

export function unsavePrompt(id: string): Promise<void> {
  return fetchJson<void>(paths.prompt(id), { method: "DELETE" });
}
