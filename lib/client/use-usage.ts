/** What was spent since this morning and how long runs usually take; asked again when a run has ended. */
import { useEffect } from "react";
import useSWR from "swr";
import { type ProviderName, paths, type Usage } from "#lib/wire.ts";
import type { ClientError } from "./client-error.ts";
import { fetchJson } from "./fetch-json.ts";

export interface UsageAnswer {
  readonly spentUsd: number | null;
  /** The middle half of this person's own runs, where there are enough. */
  usualSeconds(model: string, provider: ProviderName | undefined): readonly [from: number, to: number] | null;
}

/** `endedCount` grows with every run that ends. */
export function useUsage(endedCount: number): UsageAnswer {
  const { data, mutate } = useSWR<Usage, ClientError>("usage", () => fetchJson<Usage>(`${paths.usage}?sinceMs=${midnightMs()}`));
  useEffect(() => {
    if (endedCount > 0) void mutate();
  }, [endedCount, mutate]);
  return {
    spentUsd: data?.spentUsd ?? null,
    usualSeconds: (model, provider) => data?.usual.find((one) => one.model === model && one.provider === provider)?.seconds ?? null,
  };
}

function midnightMs(): number {
  return new Date().setHours(0, 0, 0, 0);
}
