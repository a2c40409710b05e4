/** How long a service asks us to wait, wherever it says so: header (seconds or a date), body, or only in its sentence. */
export interface RetryHints {
  readonly header: string | null;
  /** The service's own clock ("Date"), against which a date in Retry-After is meant. */
  readonly dateHeader: string | null;
  readonly body: unknown;
  readonly text: string;
  readonly nowMs: number;
}

export const longestWaitMs = 120_000;
const shortestWaitMs = 1000;

/** The longest of what was said, within bearable limits; null where nothing usable was said. */
export function readRetryAfterMs({ header, dateHeader, body, text, nowMs }: RetryHints): number | null {
  const said = [fromHeader(header, dateHeader, nowMs), fromSeconds(bodySeconds(body)), fromText(text)].filter((ms) => ms !== null);
  if (said.length === 0) return null;
  return Math.min(longestWaitMs, Math.max(shortestWaitMs, ...said));
}

function fromHeader(header: string | null, dateHeader: string | null, nowMs: number): number | null {
  const written = header?.trim() ?? "";
  if (written === "") return null;
  if (/^[+-]?\d+(\.\d+)?$/.test(written)) return fromSeconds(Number(written));
  const untilMs = Date.parse(written);
  if (Number.isNaN(untilMs)) return null;
  const theirNowMs = Date.parse(dateHeader ?? "");
  const waitMs = untilMs - (Number.isNaN(theirNowMs) ? nowMs : theirNowMs);
  return waitMs > 0 ? waitMs : null;
}

function bodySeconds(body: unknown): unknown {
  return typeof body === "object" && body !== null && "retry_after" in body ? body.retry_after : null;
}

function fromSeconds(value: unknown): number | null {
  const seconds = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof seconds === "number" && seconds >= 0 ? seconds * 1000 : null;
}

function fromText(text: string): number | null {
  const match = /(?:resets? in|retry after|try again in|wait)\s*~?\s*(\d{1,9}(?:\.\d+)?)\s*(ms|milliseconds?|s\b|sec|m\b|min)/i.exec(text);
  if (!match) return null;
  const [, amount, unit = "s"] = match;
  const unitMs = /^m(s|illi)/i.test(unit) ? 1 : /^m/i.test(unit) ? 60_000 : 1000;
  return Number(amount) * unitMs;
}
