/** What is said about a project, for its own studio: read, noted, answered, settled. */
import useSWR from "swr";
import { type NewNote, remarkPaths, type StudioRemark } from "#lib/review-wire.ts";
import type { ClientError } from "./client-error.ts";
import { fetchJson } from "./fetch-json.ts";

/** Remarks come from other browsers, so the studio looks again now and then. */
const lookEveryMs = 30_000;

interface NotesAnswer {
  readonly remarks: readonly StudioRemark[];
  readonly error: ClientError | undefined;
  add(note: NewNote): Promise<void>;
  answer(remarkId: string, text: string): Promise<void>;
  settle(remarkId: string, settled: boolean): Promise<void>;
}

export function useNotes(projectId: string): NotesAnswer {
  const key = remarkPaths.ofProject(projectId);
  const { data, error, mutate } = useSWR<{ readonly remarks: readonly StudioRemark[] }, ClientError>(key, fetchJson, {
    refreshInterval: lookEveryMs,
    shouldRetryOnError: false,
  });

  async function ask(path: string, method: "POST" | "PATCH", body: object): Promise<void> {
    const told = await fetchJson<StudioRemark>(path, { method, body });
    await mutate((known) => {
      const remarks = known?.remarks ?? [];
      const isKnown = remarks.some(({ id }) => id === told.id);
      return { remarks: isKnown ? remarks.map((one) => (one.id === told.id ? told : one)) : [...remarks, told] };
    });
  }
  return {
    remarks: data?.remarks ?? [],
    error,
    add: (note) => ask(key, "POST", note),
    answer: (remarkId, text) => ask(remarkPaths.answers(remarkId), "POST", { text }),
    settle: (remarkId, settled) => ask(remarkPaths.remark(remarkId), "PATCH", { settled }),
  };
}
