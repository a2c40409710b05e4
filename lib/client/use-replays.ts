/** Steps that are applied to other pictures: what they would be, and how those of a project go on. */
import { useEffect, useRef } from "react";
import useSWR, { useSWRConfig } from "swr";
import { type Replay, type ReplayPlan, replayPaths, type StartReplay } from "#lib/replay-wire.ts";
import { paths } from "#lib/wire.ts";
import type { ClientError } from "./client-error.ts";
import { fetchJson } from "./fetch-json.ts";

const lookEveryMs = 1000;

interface ReplaysAnswer {
  readonly replays: readonly Replay[];
  cancel(id: string): Promise<void>;
  resume(id: string, request: { readonly skip: boolean }): Promise<void>;
}

export function useReplayPlan(editId: string): { readonly plan: ReplayPlan | undefined; readonly error: ClientError | undefined } {
  const { data, error } = useSWR<ReplayPlan, ClientError>(replayPaths.ofEdit(editId), fetchJson, { revalidateOnFocus: false });
  return { plan: data, error };
}

export async function startReplays(editId: string, request: StartReplay, key: string): Promise<readonly Replay[]> {
  const asked = { method: "POST", body: request, headers: { "idempotency-key": key }, mayCost: true } as const;
  return (await fetchJson<{ readonly replays: readonly Replay[] }>(replayPaths.ofEdit(editId), asked)).replays;
}

/** Looks again while any of them goes on, and reads the project anew when one has come further. */
export function useProjectReplays(projectId: string): ReplaysAnswer {
  const key = replayPaths.ofProject(projectId);
  const { mutate: mutateOther } = useSWRConfig();
  const { data, mutate } = useSWR<{ readonly replays: readonly Replay[] }, ClientError>(key, fetchJson, {
    refreshInterval: (known) => (known?.replays.some(isRunning) ? lookEveryMs : 0),
  });
  const replays = data?.replays ?? [];
  const state = data && replays.map(({ id, version }) => `${id} ${version}`).join();
  const seen = useRef<string | undefined>(undefined);
  useEffect(() => {
    const isNews = seen.current !== undefined && seen.current !== state;
    if (state !== undefined) seen.current = state;
    if (isNews) void mutateOther(paths.project(projectId));
  }, [state, projectId, mutateOther]);

  async function ask(path: string, body?: object): Promise<void> {
    await fetchJson<Replay>(path, { method: "POST", mayCost: true, ...(body ? { body } : {}) }).finally(() => mutate());
  }
  return {
    replays,
    cancel: (id) => ask(replayPaths.cancel(id)),
    resume: (id, request) => ask(replayPaths.resume(id), request),
  };
}

/** One that was begun from here, wherever its project is. */
export function useReplay(begun: Replay): Replay {
  const { data } = useSWR<Replay, ClientError>(replayPaths.replay(begun.id), fetchJson, {
    refreshInterval: (known) => (isRunning(known ?? begun) ? lookEveryMs : 0),
  });
  return data ?? begun;
}

export function useRefreshReplays(): (projectId: string) => void {
  const { mutate } = useSWRConfig();
  return (projectId) => void mutate(replayPaths.ofProject(projectId));
}

function isRunning({ status }: Replay): boolean {
  return status === "running";
}
