import useSWR from "swr";
import { type ProviderState, paths } from "#lib/wire.ts";
import type { ClientError } from "./client-error.ts";
import { fetchJson } from "./fetch-json.ts";

export function useProvider(): ProviderState | undefined {
  return useSWR<ProviderState, ClientError>(paths.provider, fetchJson).data;
}
