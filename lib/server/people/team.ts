/** What owners do about others. */
import { AppError, invalidInput } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { hashToken, newToken } from "#lib/server/secret-token.ts";
import type { People } from "./people.ts";
import { foldEmail, note, type PeopleParts, personOf } from "./people-parts.ts";
import { toInvitation, toPerson } from "./present-people.ts";

const invitationMs = 7 * 24 * 3600 * 1000;

type Team = Pick<People, "list" | "change" | "handOver" | "invite" | "invitations" | "revokeInvitation" | "audit">;

export function createTeam(parts: PeopleParts): Team {
  const { records, clock } = parts;
  return {
    async list() {
      return (await records.people.list()).map(toPerson);
    },

    async change(caller, id, { role, isDisabled }) {
      const by = personOf(caller).id;
      const disabledAtMs = isDisabled === undefined ? {} : { disabledAtMs: isDisabled ? clock.now() : null };
      const outcome = await records.people.change(id, { ...(role === undefined ? {} : { role }), ...disabledAtMs });
      if (outcome === "missing") throw new AppError("not_found", "Expected a person of this installation");
      if (outcome === "last_owner") {
        const field = role === undefined ? "isDisabled" : "role";
        throw invalidInput({ field, rule: "conflict", message: `Expected another owner to remain for ${field}` });
      }
      const person = await records.people.get(id);
      if (!person) throw new AppError("not_found", "Expected a person of this installation");
      if (isDisabled) await records.sessions.endAll(id, null);
      if (role !== undefined) await note(parts, "role-changed", by, `${person.email}: ${role}`);
      if (isDisabled !== undefined) await note(parts, isDisabled ? "disabled" : "enabled", by, person.email);
      return toPerson(person);
    },

    async handOver(caller, id) {
      const by = personOf(caller).id;
      const person = await records.people.get(id);
      if (!person) throw new AppError("not_found", "Expected a person of this installation");
      if (person.disabledAtMs === null)
        throw invalidInput({ field: "personId", rule: "conflict", message: "Expected somebody who is disabled for personId" });
      const count = await records.projects.shareAllOf(id);
      await note(parts, "handed-over", by, `${person.email}: ${count}`);
      return count;
    },

    async invite(caller, { role, email }) {
      const by = personOf(caller).id;
      const folded = email === null ? null : foldEmail(email);
      if (folded !== null && (await records.people.byEmail(folded)))
        throw invalidInput({ field: "email", rule: "conflict", message: "Expected an address nobody here has for email" });
      const [token, nowMs] = [newToken(), clock.now()];
      const invitation = {
        ...{ id: newId("inv", nowMs), tokenHash: hashToken(token), role, email: folded },
        ...{ createdAtMs: nowMs, expiresAtMs: nowMs + invitationMs, closedAtMs: null },
      };
      await records.invitations.create(invitation);
      await note(parts, "invite", by, folded === null ? role : `${folded}: ${role}`);
      return { invitation: toInvitation(invitation), token };
    },

    async invitations() {
      return (await records.invitations.listOpen(clock.now())).map(toInvitation);
    },

    async revokeInvitation(caller, id) {
      const by = personOf(caller).id;
      if (!(await records.invitations.close(id, clock.now()))) throw new AppError("not_found", "Expected an invitation that is open");
      await note(parts, "invitation-revoked", by, id);
    },

    async audit(request) {
      const [entries, people] = await Promise.all([records.audit.list(request), records.people.list()]);
      const nameOf = new Map(people.map(({ id, name }) => [id, name]));
      return entries.map(({ id, atMs, action, personId, subject }) => ({
        ...{ id, at: new Date(atMs).toISOString(), action, subject },
        who: personId === null ? null : (nameOf.get(personId) ?? null),
      }));
    },
  };
}
