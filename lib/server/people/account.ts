/** What each does about themselves. */
import { AppError, invalidInput } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { hashToken, newToken } from "#lib/server/secret-token.ts";
import { attemptOnce } from "./attempts.ts";
import { requireSecret } from "./guessable.ts";
import { hashPassword, isPasswordOf } from "./password.ts";
import type { People } from "./people.ts";
import { note, type PeopleParts, personOf } from "./people-parts.ts";
import { toAccessToken, toOwnSession, toPerson } from "./present-people.ts";
import { isCodeOf } from "./second-factor.ts";
import { requireProof } from "./sessions.ts";

const dayMs = 24 * 3600 * 1000;
/** By this a token is known for one of ours wherever it turns up. */
export const tokenPrefix = "pnt_";

type Account = Pick<
  People,
  "signOut" | "prove" | "rename" | "changePassword" | "sessions" | "endSession" | "tokens" | "makeToken" | "revokeToken"
>;

export function createAccount(parts: PeopleParts): Account {
  const { records, clock } = parts;

  async function requireRecord(id: string) {
    const person = await records.people.get(id);
    if (!person) throw new AppError("sign_in_required", "Expected somebody who is signed in");
    return person;
  }

  return {
    async signOut(caller) {
      const { id, email } = personOf(caller);
      if (caller.sessionId !== null) await records.sessions.end(caller.sessionId, id);
      await note(parts, "sign-out", id, email);
    },

    async prove(caller, { password, code }) {
      const { id, email } = personOf(caller);
      const look = async () => {
        const person = await requireRecord(id);
        if (!(await isPasswordOf(password, person.passwordHash))) return null;
        if (person.factorSinceMs === null) return true;
        if (code === undefined) throw new AppError("code_required", "Expected a code of the second factor beside the password");
        return (await isCodeOf(parts, person, code)) || null;
      };
      const wrong = invalidInput({ field: "password", rule: "conflict", message: "Expected your password, and its code, for password" });
      await attemptOnce(parts, { name: email, address: null }, look, () => wrong);
      if (caller.sessionId !== null) await records.sessions.prove(caller.sessionId, clock.now());
    },

    async rename(caller, name) {
      const { id } = personOf(caller);
      await records.people.change(id, { name });
      return toPerson(await requireRecord(id));
    },

    async changePassword(caller, { current, next }) {
      const { id, name, email } = personOf(caller);
      await attemptOnce(
        parts,
        { name: email, address: null },
        async () => ((await isPasswordOf(current, (await requireRecord(id)).passwordHash)) ? true : null),
        () => invalidInput({ field: "current", rule: "conflict", message: "Expected your present password for current" }),
      );
      await requireSecret("next", next, { name, email });
      await records.people.change(id, { passwordHash: await hashPassword(next) });
      await records.sessions.endAll(id, caller.sessionId);
      await note(parts, "password-changed", id, email);
    },

    async sessions(caller) {
      const own = await records.sessions.ofPerson(personOf(caller).id, clock.now());
      return own.map((session) => toOwnSession(session, caller.sessionId));
    },

    async endSession(caller, id) {
      const person = personOf(caller);
      requireProof(caller, clock.now());
      if (!(await records.sessions.end(id, person.id))) throw new AppError("not_found", "Expected a session of yours");
    },

    async tokens(caller) {
      return (await records.accessTokens.ofPerson(personOf(caller).id)).map(toAccessToken);
    },

    async makeToken(caller, { name, scope, days }) {
      const person = personOf(caller);
      requireProof(caller, clock.now());
      const [token, nowMs] = [`${tokenPrefix}${newToken()}`, clock.now()];
      const record = {
        ...{ id: newId("tok", nowMs), tokenHash: hashToken(token), personId: person.id, name, scope, createdAtMs: nowMs },
        ...{ usedAtMs: null, expiresAtMs: days === null ? null : nowMs + days * dayMs, revokedAtMs: null },
      };
      await records.accessTokens.create(record);
      await note(parts, "token-made", person.id, `${name} (${scope})`);
      return { made: toAccessToken(record), token };
    },

    async revokeToken(caller, id) {
      const person = personOf(caller);
      if (!(await records.accessTokens.revoke(id, person.id, clock.now()))) throw new AppError("not_found", "Expected a token of yours");
      await note(parts, "token-revoked", person.id, id);
    },
  };
}
