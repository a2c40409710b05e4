/** Pictures inside an address, as the API takes and sometimes gives them. */
import { readFile } from "node:fs/promises";
import type { PictureMime } from "#lib/models/model.ts";

export async function fileToDataUri(path: string, mime: PictureMime): Promise<string> {
  return `data:${mime};base64,${(await readFile(path)).toString("base64")}`;
}

export function isDataUri(address: string): boolean {
  return /^data:/i.test(address);
}

/** The bytes, or null where it is not a well-formed base64 data URI. */
export function decodeDataUri(address: string): Buffer | null {
  const comma = address.indexOf(",");
  const isBase64 = comma > 0 && /^data:[^,]*;base64$/i.test(address.slice(0, Math.min(comma, 300)));
  if (!isBase64) return null;
  const written = address.slice(comma + 1).replace(/\s+/g, "");
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(written)) return null;
  const bytes = Buffer.from(written, "base64");
  return bytes.length === 0 ? null : bytes;
}
