import useSWR, { mutate as refresh } from "swr";
import { type AccessToken, type MadeAccessToken, type OwnSession, type Person, peoplePaths, type TokenScope } from "#lib/people-wire.ts";
import type { ClientError } from "./client-error.ts";
import { fetchJson } from "./fetch-json.ts";

export function rename(name: string): Promise<Person> {
  return fetchJson<Person>(peoplePaths.account, { method: "PATCH", body: { name } });
}

export async function changePassword(current: string, next: string): Promise<void> {
  await fetchJson<void>(peoplePaths.password, { method: "POST", body: { current, next } });
  // All other sessions have ended with the old one.
  await refresh(peoplePaths.sessions);
}

export function useOwnSessions() {
  const { data, error, mutate } = useSWR<{ readonly sessions: readonly OwnSession[] }, ClientError>(peoplePaths.sessions, fetchJson);
  return {
    sessions: data?.sessions,
    error,
    async end(id: string) {
      await fetchJson<void>(peoplePaths.ownSession(id), { method: "DELETE" });
      await mutate();
    },
  };
}

export function useAccessTokens() {
  const { data, error, mutate } = useSWR<{ readonly tokens: readonly AccessToken[] }, ClientError>(peoplePaths.tokens, fetchJson);
  return {
    tokens: data?.tokens,
    error,
    async make(name: string, scope: TokenScope, days: number | null) {
      const made = await fetchJson<MadeAccessToken>(peoplePaths.tokens, { method: "POST", body: { name, scope, days } });
      await mutate();
      return made;
    },
    async revoke(id: string) {
      await fetchJson<void>(peoplePaths.token(id), { method: "DELETE" });
      await mutate();
    },
  };
}
