/** What was spent since this morning, what may still be spent, and how long runs usually take; asked again when a run has begun or ended. */
import { useEffect, useRef } from "react";
import useSWR, { useSWRConfig } from "swr";
import type { Budget, Usage } from "#lib/money-wire.ts";
import { type ProviderName, paths } from "#lib/wire.ts";
import type { ClientError } from "./client-error.ts";
import { fetchJson } from "./fetch-json.ts";

interface UsageAnswer {
  readonly spentUsd: number | null;
  /** The cap that is the nearest; null where there is none, and until it is known. */
  readonly budget: Budget | null;
  /** The middle half of this person's own runs, where there are enough. */
  usualSeconds(model: string, provider: ProviderName | undefined): readonly [from: number, to: number] | null;
}

const key = "usage";
/** What runs cost is told a little after they begin or end: several together are asked for once, and none stands in a result's way. */
const settleMs = 400;

/** For the small places that tell of it: each is drawn again by itself when the answer comes. */
export function useUsage(): UsageAnswer {
  const { data } = useSWR<Usage, ClientError>(key, () => fetchJson<Usage>(`${paths.usage}?sinceMs=${midnightMs()}`));
  return {
    spentUsd: data?.spentUsd ?? null,
    budget: data?.budget ?? null,
    usualSeconds: (model, provider) => usualIn(data, model, provider),
  };
}

/** The same as it is known when it is asked for: whoever asks is not drawn again when it changes. */
export function useKnownUsual(): UsageAnswer["usualSeconds"] {
  const { cache } = useSWRConfig();
  return (model, provider) => usualIn(cache.get(key)?.data as Usage | undefined, model, provider);
}

function usualIn(usage: Usage | undefined, model: string, provider: ProviderName | undefined) {
  return usage?.usual.find((one) => one.model === model && one.provider === provider)?.seconds ?? null;
}

/** `changeCount` grows with every run that begins or ends. */
export function useFreshUsage(changeCount: number): void {
  const { mutate } = useSWRConfig();
  const told = useRef(changeCount);
  useEffect(() => {
    if (changeCount <= told.current) {
      told.current = changeCount;
      return;
    }
    const timer = setTimeout(() => {
      told.current = changeCount;
      void mutate(key);
    }, settleMs);
    return () => clearTimeout(timer);
  }, [changeCount, mutate]);
}

function midnightMs(): number {
  return new Date().setHours(0, 0, 0, 0);
}
