/** Values from a query, within their range. */
import { invalidInput } from "#lib/errors.ts";

export function readInteger(
  request: Request,
  name: string,
  range: { readonly fallback: number; readonly min: number; readonly max: number },
): number {
  const text = new URL(request.url).searchParams.get(name);
  if (text === null || text === "") return range.fallback;
  const value = /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= range.min && value <= range.max) return value;
  throw invalidInput({
    field: name,
    rule: "type",
    message: `Expected a whole number from ${range.min} to ${range.max} for ${name} but received "${text.slice(0, 40)}"`,
  });
}

/** How far back a look at money goes. */
export function readDays(request: Request): number {
  return readInteger(request, "days", { fallback: 30, min: 1, max: 3660 });
}

export function readChoice<Choice extends string>(request: Request, name: string, choices: readonly Choice[], fallback: Choice): Choice {
  const text = new URL(request.url).searchParams.get(name);
  if (text === null || text === "") return fallback;
  const choice = choices.find((one) => one === text);
  if (choice !== undefined) return choice;
  const message = `Expected ${choices.join(" or ")} for ${name} but received "${text.slice(0, 40)}"`;
  throw invalidInput({ field: name, rule: "enum", message });
}

export function readText(request: Request, name: string): string | undefined {
  return new URL(request.url).searchParams.get(name)?.slice(0, 200) || undefined;
}
