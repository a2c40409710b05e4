/** The ways in: the first person, a password, an invitation. Each ends in a session, of which only the browser has the secret. */
import { timingSafeEqual } from "node:crypto";
import { AppError, invalidInput } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import type { Role } from "#lib/people-wire.ts";
import { hashToken } from "#lib/server/secret-token.ts";
import type { PersonRecord } from "#lib/server/storage/records.ts";
import { attemptOnce } from "./attempts.ts";
import { requireSecret } from "./guessable.ts";
import { identify } from "./identify.ts";
import { hashPassword, isPasswordOf } from "./password.ts";
import type { NewPerson, Origin, People } from "./people.ts";
import { foldEmail, noFactor, note, type PeopleParts } from "./people-parts.ts";
import { toInvitation } from "./present-people.ts";
import { isCodeOf } from "./second-factor.ts";
import type { Sessions } from "./sessions.ts";

export interface EnteringSettings {
  readonly setUpCode: string | null;
  /** What somebody may who comes by the provider without an invitation; null: they may not come. */
  readonly newcomers: Role | null;
}

export function createEntering(
  parts: PeopleParts,
  sessions: Sessions,
  { setUpCode, newcomers }: EnteringSettings,
): Pick<People, "setUp" | "signIn" | "enterAs" | "invited" | "join"> {
  const { records, clock } = parts;

  const enter = (person: PersonRecord, origin: Origin) => sessions.open(person, { via: "password", provedAtMs: clock.now(), origin });

  async function draftPerson({ name, email, password }: NewPerson, role: Role): Promise<PersonRecord> {
    const createdAtMs = clock.now();
    await requireSecret("password", password, { name, email });
    const passwordHash = await hashPassword(password);
    return {
      id: newId("psn", createdAtMs),
      name,
      email: foldEmail(email),
      role,
      passwordHash,
      createdAtMs,
      disabledAtMs: null,
      ...noFactor,
    };
  }

  /** A guess that was wrong is written down before it is refused. */
  function guess<Result>(name: string, { address }: Origin, look: () => Promise<Result | null>, refusal: AppError): Promise<Result> {
    return attemptOnce(parts, { name, address }, look, async () => {
      await note(parts, "sign-in-failed", null, name);
      return refusal;
    });
  }

  return {
    async setUp({ code, ...request }, origin) {
      if (setUpCode === null || (await records.people.hasAny()))
        throw new AppError("not_found", "Expected an installation that nobody owns");
      const wrong = invalidInput({ field: "code", rule: "format", message: "Expected the code of this installation for code" });
      await guess("set-up", origin, async () => (isSame(code, setUpCode) ? true : null), wrong);
      const person = await draftPerson(request, "owner");
      if (!(await records.people.addFirst(person))) throw new AppError("not_found", "Expected an installation that nobody owns");
      await note(parts, "set-up", person.id, person.email);
      return enter(person, origin);
    },

    async signIn({ email, password, code }, origin) {
      const folded = foldEmail(email);
      const person = await guess(
        folded,
        origin,
        async () => {
          const found = await records.people.byEmail(folded);
          const isRight = await isPasswordOf(password, found?.passwordHash ?? null);
          if (!isRight || found?.disabledAtMs !== null) return null;
          if (found.factorSinceMs === null) return found;
          if (code === undefined) throw new AppError("code_required", "Expected a code of the second factor beside the password");
          return (await isCodeOf(parts, found, code)) ? found : null;
        },
        new AppError("sign_in_refused", "Expected an e-mail address and its password"),
      );
      await note(parts, "sign-in", person.id, person.email);
      return enter(person, origin);
    },

    async enterAs(identity, origin) {
      const person = await identify(parts, identity, newcomers);
      await note(parts, "sign-in", person.id, person.email);
      // Where the provider does not say when it asked, its word counts as given now.
      const provedAtMs = Math.min(identity.authenticatedAtMs ?? clock.now(), clock.now());
      return sessions.open(person, { via: "provider", provedAtMs, origin });
    },

    async invited(token) {
      const { role, email } = toInvitation(await requireInvitation(token));
      return { role, email };
    },

    async join(token, request, origin) {
      const invitation = await requireInvitation(token);
      if (invitation.email !== null && invitation.email !== foldEmail(request.email))
        throw invalidInput({ field: "email", rule: "conflict", message: "Expected the invited address for email but received another" });
      const person = await draftPerson(request, invitation.role);
      const outcome = await records.people.join(person, hashToken(token), clock.now());
      if (outcome === "closed") throw closedInvitation();
      if (outcome === "email_taken")
        throw invalidInput({ field: "email", rule: "conflict", message: "Expected an address nobody here has for email" });
      await note(parts, "joined", person.id, person.email);
      return enter(person, origin);
    },
  };

  async function requireInvitation(token: string) {
    const invitation = await records.invitations.openByToken(hashToken(token), clock.now());
    if (!invitation) throw closedInvitation();
    return invitation;
  }
}

function closedInvitation(): AppError {
  return new AppError("not_found", "Expected an invitation that is open");
}

function isSame(received: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(hashToken(received)), Buffer.from(hashToken(expected)));
}
