/** The JSON bodies about people. */
import { z } from "zod";
import { maxEmailLetters, maxPasswordLetters, maxPersonNameLetters, minPasswordLetters, roles, tokenScopes } from "#lib/people-wire.ts";

// Checking never makes code at run time.
z.config({ jitless: true });

const name = z.string().trim().min(1).max(maxPersonNameLetters);
/** One sign between two parts without spaces: whether letters arrive there only the post can tell. */
const email = z
  .string()
  .trim()
  .max(maxEmailLetters)
  .regex(/^[^\s@]+@[^\s@]+$/);
const newPassword = z.string().min(minPasswordLetters).max(maxPasswordLetters);
const anyPassword = z.string().min(1).max(maxPasswordLetters);

/** Longer than any that is made here. */
const token = z.string().trim().min(1).max(200);
/** Of an app, or one of those for when it is lost. */
const code = z.string().trim().min(1).max(60);

export const signInBody = z.strictObject({ email, password: anyPassword, code: code.optional() });
export const proofBody = z.strictObject({ password: anyPassword, code: code.optional() });
export const factorBody = z.strictObject({ code });
export const wayBackBody = z.strictObject({ token, password: newPassword });
export const invitedBody = z.strictObject({ token });
export const joinBody = z.strictObject({ token, name, email, password: newPassword });
export const setUpBody = z.strictObject({ code: z.string().trim().min(1).max(200), name, email, password: newPassword });
export const invitationBody = z.strictObject({ role: z.enum(roles), email: email.nullable() });
export const personChangeBody = z.strictObject({ role: z.enum(roles).optional(), isDisabled: z.boolean().optional() });
export const accountBody = z.strictObject({ name });
export const passwordBody = z.strictObject({ current: anyPassword, next: newPassword });
export const accessTokenBody = z.strictObject({
  name,
  scope: z.enum(tokenScopes),
  /** Null: until it is revoked. */
  days: z.number().int().min(1).max(3650).nullable(),
});
