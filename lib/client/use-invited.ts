import useSWR from "swr";
import { type Invited, peoplePaths } from "#lib/people-wire.ts";
import type { ClientError } from "./client-error.ts";
import { fetchJson } from "./fetch-json.ts";

/** Asked once: an invitation that is used on this very page is closed by it. */
export function useInvited(token: string) {
  const { data, error } = useSWR<Invited, ClientError>(peoplePaths.invited(token), fetchJson, {
    revalidateOnFocus: false,
    revalidateOnReconnect: false,
    shouldRetryOnError: false,
  });
  return { invited: data, error };
}
