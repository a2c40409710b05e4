import useSWR from "swr";
import useSWRInfinite from "swr/infinite";
import {
  type AuditEntry,
  type Invitation,
  type MadeInvitation,
  type MadeWayBack,
  type Person,
  peoplePaths,
  type Role,
} from "#lib/people-wire.ts";
import type { ClientError } from "./client-error.ts";
import { fetchJson } from "./fetch-json.ts";

const auditAPage = 30;

export function usePeople() {
  const people = useSWR<{ readonly people: readonly Person[] }, ClientError>(peoplePaths.people, fetchJson);
  const invitations = useSWR<{ readonly invitations: readonly Invitation[] }, ClientError>(peoplePaths.invitations, fetchJson);
  return {
    people: people.data?.people,
    invitations: invitations.data?.invitations,
    error: people.error ?? invitations.error,
    async change(id: string, to: { readonly role?: Role; readonly isDisabled?: boolean }) {
      await fetchJson<Person>(peoplePaths.person(id), { method: "PATCH", body: to });
      await people.mutate();
    },
    /** Answers how many projects that changed. */
    async handOver(id: string): Promise<number> {
      return (await fetchJson<{ readonly projects: number }>(peoplePaths.handOver(id), { method: "POST" })).projects;
    },
    async takeFactorOff(id: string) {
      await fetchJson<void>(peoplePaths.factorOf(id), { method: "DELETE" });
      await people.mutate();
    },
    makeWayBack: (id: string) => fetchJson<MadeWayBack>(peoplePaths.wayBackOf(id), { method: "POST" }),
    async invite(role: Role, email: string | null) {
      const made = await fetchJson<MadeInvitation>(peoplePaths.invitations, { method: "POST", body: { role, email } });
      await invitations.mutate();
      return made;
    },
    async revoke(id: string) {
      await fetchJson<void>(peoplePaths.invitation(id), { method: "DELETE" });
      await invitations.mutate();
    },
  };
}

export function useAudit() {
  const { data, error, setSize } = useSWRInfinite<{ readonly entries: readonly AuditEntry[] }, ClientError>((_index, before) => {
    if (before && before.entries.length < auditAPage) return null;
    const after = before?.entries.at(-1)?.id;
    return `${peoplePaths.audit}?limit=${auditAPage}${after ? `&after=${after}` : ""}`;
  }, fetchJson);
  const entries = data?.flatMap((page) => page.entries);
  return {
    entries,
    error,
    hasMore: data?.at(-1)?.entries.length === auditAPage,
    more: () => void setSize((size) => size + 1),
  };
}
