/** What was spent since this morning, what may still be spent, and how long runs usually take; asked again when a run has begun or ended. */
import { useEffect } from "react";
import useSWR from "swr";
import type { Budget } from "#lib/money-wire.ts";
import { type ProviderName, paths, type Usage } from "#lib/wire.ts";
import type { ClientError } from "./client-error.ts";
import { fetchJson } from "./fetch-json.ts";

export interface UsageAnswer {
  readonly spentUsd: number | null;
  /** The cap that is the nearest; null where there is none, and until it is known. */
  readonly budget: Budget | null;
  /** The middle half of this person's own runs, where there are enough. */
  usualSeconds(model: string, provider: ProviderName | undefined): readonly [from: number, to: number] | null;
}

/** `changeCount` grows with every run that begins or ends. */
export function useUsage(changeCount: number): UsageAnswer {
  const { data, mutate } = useSWR<Usage, ClientError>("usage", () => fetchJson<Usage>(`${paths.usage}?sinceMs=${midnightMs()}`));
  useEffect(() => {
    if (changeCount > 0) void mutate();
  }, [changeCount, mutate]);
  return {
    spentUsd: data?.spentUsd ?? null,
    budget: data?.budget ?? null,
    usualSeconds: (model, provider) => data?.usual.find((one) => one.model === model && one.provider === provider)?.seconds ?? null,
  };
}

function midnightMs(): number {
  return new Date().setHours(0, 0, 0, 0);
}
