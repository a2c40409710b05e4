import useSWR from "swr";
import { type FactorCodes, type FactorKey, type FactorState, peoplePaths } from "#lib/people-wire.ts";
import type { ClientError } from "./client-error.ts";
import { fetchJson } from "./fetch-json.ts";

export function useSecondFactor() {
  const { data, error, mutate } = useSWR<FactorState, ClientError>(peoplePaths.factor, fetchJson);
  return {
    state: data,
    error,
    begin: () => fetchJson<FactorKey>(peoplePaths.factor, { method: "POST" }),
    async confirm(code: string): Promise<readonly string[]> {
      const { codes } = await fetchJson<FactorCodes>(peoplePaths.factorConfirm, { method: "POST", body: { code } });
      await mutate();
      return codes;
    },
    async remove() {
      await fetchJson<void>(peoplePaths.factor, { method: "DELETE" });
      await mutate();
    },
  };
}
