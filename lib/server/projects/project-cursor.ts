/** Where a page of projects ended, as browsers carry it from one page to the next. */
import { invalidInput } from "#lib/errors.ts";
import type { ProjectPlace } from "#lib/server/storage/records.ts";

export function writeCursor({ updatedAtMs, id }: ProjectPlace): string {
  return `${updatedAtMs}.${id}`;
}

export function readCursor(text: string): ProjectPlace {
  const [, updatedAtMs = "", id = ""] = /^(\d{1,15})\.(prj_[0-9a-z]{1,60})$/.exec(text) ?? [];
  if (id !== "") return { updatedAtMs: Number(updatedAtMs), id };
  throw invalidInput({ field: "after", rule: "format", message: "Expected the next of the page before for after" });
}
