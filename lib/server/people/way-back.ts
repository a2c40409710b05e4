/** For somebody who forgot their password: an owner hands them an address by which they choose another, once, within a day. */
import { AppError } from "#lib/errors.ts";
import { hashToken, newToken } from "#lib/server/secret-token.ts";
import { requireSecret } from "./guessable.ts";
import { hashPassword } from "./password.ts";
import type { People } from "./people.ts";
import { note, type PeopleParts, personOf } from "./people-parts.ts";
import { requireProof } from "./sessions.ts";

const openForMs = 24 * 3600 * 1000;

export function createWayBack(parts: PeopleParts): Pick<People, "makeWayBack" | "comeBack"> {
  const { records, clock } = parts;
  return {
    async makeWayBack(caller, id) {
      const by = personOf(caller).id;
      requireProof(caller, clock.now());
      const person = await records.people.get(id);
      if (!person || person.disabledAtMs !== null) throw new AppError("not_found", "Expected a person of this installation who may come");
      const [token, expiresAtMs] = [newToken(), clock.now() + openForMs];
      await records.waysBack.open({ tokenHash: hashToken(token), personId: id, expiresAtMs });
      await note(parts, "way-back-made", by, person.email);
      return { token, expiresAt: new Date(expiresAtMs).toISOString() };
    },

    /** Nobody is let in by it: they sign in with what they chose, and with their second factor where they have one. */
    async comeBack({ token, password }) {
      const tokenHash = hashToken(token);
      const person = await records.waysBack.person(tokenHash, clock.now());
      if (!person) throw closed();
      await requireSecret("password", password, person);
      if (!(await records.waysBack.use(tokenHash, person.id, await hashPassword(password)))) throw closed();
      await note(parts, "way-back-used", person.id, person.email);
    },
  };
}

function closed(): AppError {
  return new AppError("not_found", "Expected a way back that is open");
}
