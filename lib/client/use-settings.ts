import useSWR from "swr";
import type { ProviderCheck, SettingsFacts } from "#lib/settings-wire.ts";
import { paths } from "#lib/wire.ts";
import type { ClientError } from "./client-error.ts";
import { fetchJson } from "./fetch-json.ts";

export function useSettings() {
  const { data, error, mutate } = useSWR<SettingsFacts, ClientError>(paths.settings, fetchJson);
  return { facts: data, error, refresh: () => void mutate() };
}

export function checkProvider(): Promise<ProviderCheck> {
  return fetchJson<ProviderCheck>(paths.providerCheck, { method: "POST" });
}
