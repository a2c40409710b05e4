/** What a key and a prefix may look like: one rule for every byte store, so that a grown one can move from any to any other. */
import { AppError } from "#lib/errors.ts";

const keyShape = /^(?!tmp\/)[a-z0-9][a-z0-9.-]*(\/[a-z0-9][a-z0-9.-]*)+$/;
const prefixShape = /^([a-z0-9][a-z0-9.-]*\/)*([a-z0-9][a-z0-9.-]*)?$/;
const longestKey = 512;

export function isKey(key: string): boolean {
  return keyShape.test(key) && key.length <= longestKey;
}

export function requireKey(key: string): string {
  if (isKey(key)) return key;
  throw new AppError("internal", `Expected a blob key such as pictures/ab/abcd but received "${key.slice(0, 80)}"`);
}

export function requirePrefix(prefix: string): string {
  if (prefixShape.test(prefix)) return prefix;
  throw new AppError("internal", `Expected a prefix of blob keys but received "${prefix.slice(0, 80)}"`);
}
