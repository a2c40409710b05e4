/** A second factor beside the password: codes of an app, and ten for when the app is lost. */
import { AppError, invalidInput } from "#lib/errors.ts";
import { hashToken } from "#lib/server/secret-token.ts";
import type { PersonRecord } from "#lib/server/storage/records.ts";
import { attemptOnce } from "./attempts.ts";
import type { People } from "./people.ts";
import { note, type PeopleParts, personOf } from "./people-parts.ts";
import { requireProof } from "./sessions.ts";
import { findStep, keyAddress, newBase32 } from "./totp.ts";

const secretBytes = 20;
const spareCodes = 10;
/** 140 bits in 28 letters, so that a plain hash of one tells no more than guessing would. */
const spareBytes = 17;

/** The code of an app, or one of the ten: each counts once. */
export async function isCodeOf({ records, clock }: Pick<PeopleParts, "records" | "clock">, person: PersonRecord, written: string) {
  if (person.factorSecret === null) return false;
  const code = written.replace(/[\s-]/g, "").toUpperCase();
  const step = findStep(person.factorSecret, code, clock.now());
  return step === null ? records.factors.spendCode(person.id, hashToken(code)) : records.factors.spendStep(person.id, step);
}

type SecondFactor = Pick<People, "factor" | "beginFactor" | "confirmFactor" | "removeFactor" | "takeFactorOff">;

/** `studio` is what an app calls the place its codes are for. */
export function createSecondFactor(parts: PeopleParts, studio: string): SecondFactor {
  const { records, clock } = parts;

  async function requireRecord(id: string): Promise<PersonRecord> {
    const person = await records.people.get(id);
    if (!person) throw new AppError("not_found", "Expected a person of this installation");
    return person;
  }

  return {
    async factor(caller) {
      const { id } = personOf(caller);
      const { factorSinceMs } = await requireRecord(id);
      return factorSinceMs === null ? { isOn: false, codesLeft: 0 } : { isOn: true, codesLeft: await records.factors.codesLeft(id) };
    },

    async beginFactor(caller) {
      const { id, email } = personOf(caller);
      requireProof(caller, clock.now());
      if ((await requireRecord(id)).factorSinceMs !== null) throw alreadyThere();
      const secret = newBase32(secretBytes);
      await records.people.change(id, { factorSecret: secret });
      return { secret, address: keyAddress(secret, { studio, email }) };
    },

    async confirmFactor(caller, code) {
      const { id, email } = personOf(caller);
      requireProof(caller, clock.now());
      const { factorSecret, factorSinceMs } = await requireRecord(id);
      if (factorSecret === null || factorSinceMs !== null) throw alreadyThere();
      const wrong = invalidInput({ field: "code", rule: "conflict", message: "Expected the code the app shows now for code" });
      const step = await attemptOnce(
        parts,
        { name: email, address: null },
        async () => findStep(factorSecret, code, clock.now()),
        () => wrong,
      );
      const codes = Array.from({ length: spareCodes }, () => newBase32(spareBytes));
      await records.factors.confirm(id, { sinceMs: clock.now(), step, codeHashes: codes.map(hashToken) });
      await note(parts, "factor-added", id, email);
      return { codes: codes.map((one) => (one.match(/.{7}/g) ?? []).join("-")) };
    },

    async removeFactor(caller) {
      const { id, email } = personOf(caller);
      requireProof(caller, clock.now());
      if (await records.factors.remove(id)) await note(parts, "factor-removed", id, email);
    },

    async takeFactorOff(caller, id) {
      const by = personOf(caller).id;
      requireProof(caller, clock.now());
      const { email } = await requireRecord(id);
      if (await records.factors.remove(id)) await note(parts, "factor-removed", by, email);
    },
  };
}

function alreadyThere(): AppError {
  return invalidInput({ field: "code", rule: "conflict", message: "Expected somebody who is setting up a second factor for code" });
}
