/**
 * For somebody who forgot their password: an owner hands them an address by which they choose another, once, within a day; or
 * whoever runs the machine does, where no owner is left to be asked.
 */
import { AppError } from "#lib/errors.ts";
import type { MadeWayBack } from "#lib/people-wire.ts";
import { hashToken, newToken } from "#lib/server/secret-token.ts";
import type { PersonRecord } from "#lib/server/storage/records.ts";
import { requireSecret } from "./guessable.ts";
import { hashPassword } from "./password.ts";
import type { People } from "./people.ts";
import { foldEmail, note, type PeopleParts, personOf } from "./people-parts.ts";
import { requireProof } from "./sessions.ts";

const openForMs = 24 * 3600 * 1000;

type Parts = Pick<PeopleParts, "records" | "clock">;

/** From the machine, whose files hold everything anyway. Takes a second factor off as well: it may be what was lost. */
export async function letBack(parts: Parts, email: string): Promise<MadeWayBack> {
  const person = await parts.records.people.byEmail(foldEmail(email));
  if (!person) throw new AppError("not_found", `Expected the e-mail address of a person of this installation but received "${email}"`);
  const made = await openWay(parts, person, null);
  if (await parts.records.factors.remove(person.id)) await note(parts, "factor-removed", null, person.email);
  return made;
}

async function openWay(parts: Parts, person: PersonRecord | null, by: string | null): Promise<MadeWayBack> {
  if (!person || person.disabledAtMs !== null) throw new AppError("not_found", "Expected a person of this installation who may come");
  const [token, expiresAtMs] = [newToken(), parts.clock.now() + openForMs];
  await parts.records.waysBack.open({ tokenHash: hashToken(token), personId: person.id, expiresAtMs });
  await note(parts, "way-back-made", by, person.email);
  return { token, expiresAt: new Date(expiresAtMs).toISOString() };
}

export function createWayBack(parts: PeopleParts): Pick<People, "makeWayBack" | "comeBack"> {
  const { records, clock } = parts;
  return {
    async makeWayBack(caller, id) {
      const by = personOf(caller).id;
      requireProof(caller, clock.now());
      return openWay(parts, await records.people.get(id), by);
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
