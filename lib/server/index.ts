/** THE DOOR: the one way into the locked floor. */
import "server-only";
import { buildHouse } from "./build-house.ts";
import { readConfig } from "./config.ts";
import type { House } from "./house.ts";

/** The framework may load this module more than once; the process has one house all the same. */
const place = globalThis as typeof globalThis & { [key: symbol]: Promise<House> | undefined };
const key = Symbol.for("pentimento.house");

export function openHouse(): Promise<House> {
  place[key] ??= buildHouse(readConfig());
  return place[key];
}
