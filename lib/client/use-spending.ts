import useSWR from "swr";
import { type Cap, moneyPaths, type Spending } from "#lib/money-wire.ts";
import type { ClientError } from "./client-error.ts";
import { fetchJson } from "./fetch-json.ts";

export function useSpending(days: number) {
  // What was seen stays until the other days are there.
  const { data, error, mutate } = useSWR<Spending, ClientError>(moneyPaths.spending(days), fetchJson, { keepPreviousData: true });
  return {
    spending: data,
    error,
    /** Null takes a cap away. */
    async setCap({ holder, period }: Pick<Cap, "holder" | "period">, mostUsd: number | null) {
      await fetchJson(moneyPaths.caps, { method: "POST", body: { holder, period, mostUsd } });
      await mutate();
    },
    async settle(predictionId: string, wasCharged: boolean) {
      await fetchJson<void>(moneyPaths.settledRun(predictionId), { method: "PATCH", body: { wasCharged } });
      await mutate();
    },
  };
}
