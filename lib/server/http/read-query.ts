/** Whole numbers from a query, within their range. */
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

export function readText(request: Request, name: string): string | undefined {
  return new URL(request.url).searchParams.get(name)?.slice(0, 200) || undefined;
}
