/** Passwords are kept as argon2id in the usual written form, with what it cost, so that the cost can grow later. */
import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { AppError } from "#lib/errors.ts";

const derive = promisify(argon2);

const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const tagLength = 32;
/** Each takes 19 MB and a processor while it lasts, so only so many at once, and only so many in line. */
const mostAtOnce = 2;
const longestLine = 40;

let running = 0;
const line: (() => void)[] = [];

export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await inTurn(() => deriveTag({ ...cost, tagLength, message: plain(password), nonce }));
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(nonce)}$${base64(tag)}`;
}

/** Takes as long where there is nobody to compare with. */
export async function isPasswordOf(password: string, stored: string | null): Promise<boolean> {
  const [, , , costs, salt, hash] = (stored ?? nobody).split("$");
  const [memory, passes, parallelism] = [
    ...(/m=(\d+),t=(\d+),p=(\d+)/
      .exec(costs ?? "")
      ?.slice(1)
      .map(Number) ?? []),
  ];
  if (!memory || !passes || !parallelism || !salt || !hash) throw new Error("A stored password cannot be read");
  const expected = Buffer.from(hash, "base64");
  const parameters = {
    memory,
    passes,
    parallelism,
    tagLength: expected.length,
    message: plain(password),
    nonce: Buffer.from(salt, "base64"),
  };
  const tag = await inTurn(() => deriveTag(parameters));
  return timingSafeEqual(tag, expected) && stored !== null;
}

const nobody = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(Buffer.alloc(16))}$${base64(Buffer.alloc(32))}`;

async function deriveTag(parameters: Argon2Parameters): Promise<Buffer> {
  return derive("argon2id", parameters);
}

/** The same letters are the same password however a keyboard composes them. */
function plain(password: string): string {
  return password.normalize("NFKC");
}

function base64(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "");
}

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= mostAtOnce) {
    if (line.length >= longestLine) throw new AppError("busy", "Expected fewer people to sign in at once", { retryAfterMs: 5000 });
    await new Promise<void>((resolve) => line.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    // Whoever is next takes over this place.
    const next = line.shift();
    if (next) next();
    else running -= 1;
  }
}
