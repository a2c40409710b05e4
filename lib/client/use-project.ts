import useSWR from "swr";
import { type Project, paths } from "#lib/wire.ts";
import type { ClientError } from "./client-error.ts";
import { fetchJson } from "./fetch-json.ts";

export interface ProjectAnswer {
  readonly project: Project | undefined;
  readonly error: ClientError | undefined;
  /** Shows what is already known to be so, without asking the server. */
  change(next: (project: Project) => Project): Promise<void>;
  refresh(): Promise<void>;
}

export function useProject(id: string): ProjectAnswer {
  const { data, error, mutate } = useSWR<Project, ClientError>(paths.project(id), fetchJson, {
    shouldRetryOnError: (problem: ClientError) => problem.code !== "not_found",
  });
  return {
    project: data,
    error,
    async change(next) {
      await mutate((project) => project && next(project), { revalidate: false });
    },
    async refresh() {
      await mutate();
    },
  };
}
