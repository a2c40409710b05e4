/**
 * What happens, one line of JSON each, on standard error. Ids and codes only: no prompt, no picture, no key, no token of a link.
 * The framework may load this module more than once; the process has one log all the same.
 */
import pino, { type Logger } from "pino";

export const logLevels = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

const standardError = 2;
const place = globalThis as typeof globalThis & { [key: symbol]: Logger | undefined };
const key = Symbol.for("pentimento.log");

place[key] ??= pino(
  { level: "warn", base: { pid: process.pid }, messageKey: "event", timestamp: pino.stdTimeFunctions.isoTime },
  // At once, so that the last line of a process that dies is not missing.
  pino.destination({ fd: standardError, sync: true }),
);
export const log: Logger = place[key];

/** The way of a request as it may be told: what follows `review`, `invited` or `over` is a token that opens something. */
export function tellPath(pathname: string): string {
  return pathname.replace(/(\/(?:review|invited|over)\/)[^/]+/, "$1…").slice(0, 200);
}
