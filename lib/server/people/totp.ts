/** Codes that change every thirty seconds (RFC 6238 over RFC 4226, with SHA-1: what every authenticator app knows). */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const stepMs = 30_000;
const codeLetters = 6;
/** Clocks differ: a code counts one step before and after its own, too. */
const leeway = [-1, 0, 1] as const;
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** As authenticator apps take it: base32, without padding. */
export function newBase32(bytes: number): string {
  return Array.from(randomBytes(Math.ceil((bytes * 8) / 5)), (byte) => alphabet[byte % alphabet.length]).join("");
}

export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", bytesOf(secret)).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0x0f;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** codeLetters).padStart(codeLetters, "0");
}

export function stepAt(nowMs: number): number {
  return Math.floor(nowMs / stepMs);
}

/** The step whose code this is, or null. */
export function findStep(secret: string, code: string, nowMs: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const received = Buffer.from(code);
  const steps = leeway.map((by) => stepAt(nowMs) + by);
  return steps.find((step) => timingSafeEqual(Buffer.from(codeAt(secret, step)), received)) ?? null;
}

/** What a QR code holds, so that an app knows whose codes these are. */
export function keyAddress(secret: string, { studio, email }: { readonly studio: string; readonly email: string }): string {
  const label = `${encodeURIComponent(studio)}:${encodeURIComponent(email)}`;
  return `otpauth://totp/${label}?${new URLSearchParams({ secret, issuer: studio })}`;
}

function bytesOf(secret: string): Buffer {
  let bits = "";
  for (const letter of secret) bits += alphabet.indexOf(letter).toString(2).padStart(5, "0");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
