import useSWR from "swr";
import { type Invited, peoplePaths } from "#lib/people-wire.ts";
import type { ClientError } from "./client-error.ts";
import { fetchJson } from "./fetch-json.ts";

/** Asked once: an invitation that is used on this very page is closed by it. Null: not yet known by what. */
export function useInvited(token: string | null) {
  const ask = () => fetchJson<Invited>(peoplePaths.invited, { method: "POST", body: { token } });
  const { data, error } = useSWR<Invited, ClientError>(token === null ? null : [peoplePaths.invited, token], ask, {
    revalidateOnFocus: false,
    revalidateOnReconnect: false,
    shouldRetryOnError: false,
  });
  return { invited: data, error };
}
