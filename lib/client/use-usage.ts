/** What was spent since this morning and how long runs usually take; asked again when a run has ended. */
import { useEffect, useRef } from "react";
import useSWR, { useSWRConfig } from "swr";
import { type ProviderName, paths, type Usage } from "#lib/wire.ts";
import type { ClientError } from "./client-error.ts";
import { fetchJson } from "./fetch-json.ts";

interface UsageAnswer {
  readonly spentUsd: number | null;
  /** The middle half of this person's own runs, where there are enough. */
  usualSeconds(model: string, provider: ProviderName | undefined): readonly [from: number, to: number] | null;
}

const key = "usage";

/** For the small places that tell of it: each is drawn again by itself when the answer comes. */
export function useUsage(): UsageAnswer {
  const { data } = useSWR<Usage, ClientError>(key, () => fetchJson<Usage>(`${paths.usage}?sinceMs=${midnightMs()}`));
  return {
    spentUsd: data?.spentUsd ?? null,
    usualSeconds: (model, provider) => data?.usual.find((one) => one.model === model && one.provider === provider)?.seconds ?? null,
  };
}

/** `endedCount` grows with every run that ends. */
export function useFreshUsage(endedCount: number): void {
  const { mutate } = useSWRConfig();
  const told = useRef(endedCount);
  useEffect(() => {
    if (endedCount > told.current) void mutate(key);
    told.current = endedCount;
  }, [endedCount, mutate]);
}

function midnightMs(): number {
  return new Date().setHours(0, 0, 0, 0);
}
