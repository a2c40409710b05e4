import useSWR from "swr";
import { isPlaceWithin, type Person, peoplePaths, type SessionFacts } from "#lib/people-wire.ts";
import type { ClientError } from "./client-error.ts";
import { fetchJson } from "./fetch-json.ts";
import { clearKeptWork } from "./kept-work.ts";

export function useSession() {
  const { data, error, mutate } = useSWR<SessionFacts, ClientError>(peoplePaths.session, fetchJson);
  return { session: data, error, refresh: () => mutate() };
}

/** What this browser keeps of their work goes first, so that it is gone even where the server cannot be reached. */
export async function signOut(): Promise<void> {
  await clearKeptWork();
  await fetchJson<void>(peoplePaths.session, { method: "DELETE" });
  // A new page: nothing of what was shown stays in memory.
  window.location.assign(peoplePaths.signInPage);
}

/** Of somebody who is signed in already. */
export function proveWho(password: string, code: string | null): Promise<void> {
  return fetchJson<void>(peoplePaths.proof, { method: "POST", body: { password, ...(code === null ? {} : { code }) } });
}

export function enter(path: string, body: Readonly<Record<string, string>>): Promise<Person> {
  return fetchJson<Person>(path, { method: "POST", body });
}

export function placeToGo(search: string): string {
  const to = new URLSearchParams(search).get("to") ?? "/";
  return isPlaceWithin(to) ? to : "/";
}
