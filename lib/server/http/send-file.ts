/** Bytes that never change: cached for ever, answered in ranges, and inert in a browser whatever they are. */
import { parseRange } from "./parse-range.ts";

export interface FileToSend {
  readonly bytes: number;
  readonly contentType: string;
  /** Strong: names exactly these bytes. */
  readonly etag: string;
  /** Offered as a download under this name. */
  readonly downloadName?: string;
  read(range?: { readonly start: number; readonly end: number }): Promise<ReadableStream<Uint8Array>>;
}

export async function sendFile(request: Request, file: FileToSend): Promise<Response> {
  const etag = `"${file.etag}"`;
  const headers = new Headers({
    "accept-ranges": "bytes",
    "cache-control": "private, max-age=31536000, immutable",
    "content-type": file.contentType,
    etag,
  });
  if (file.downloadName !== undefined) headers.set("content-disposition", attachment(file.downloadName));
  if (matches(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });

  const ifRange = request.headers.get("if-range");
  const range = ifRange === null || ifRange === etag ? parseRange(request.headers.get("range"), file.bytes) : null;
  if (range === "unsatisfiable") {
    headers.set("content-range", `bytes */${file.bytes}`);
    return new Response(null, { status: 416, headers });
  }
  if (range) headers.set("content-range", `bytes ${range.start}-${range.end}/${file.bytes}`);
  headers.set("content-length", String(range ? range.end - range.start + 1 : file.bytes));
  const body = request.method === "HEAD" ? null : await file.read(range ?? undefined);
  return new Response(body, { status: range ? 206 : 200, headers });
}

/** For bytes that not everybody may see for ever: a browser asks again each time, and hears that they are the same. */
export function askedEachTime(response: Response): Response {
  response.headers.set("cache-control", "private, no-cache");
  return response;
}

/** Separators of folders, controls, and marks that turn the reading direction (a name must not hide its ending). */
const unsafeInNames = /[\p{Cc}\p{Cf}/\\:*?"<>|]/gu;

function matches(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  return ifNoneMatch === "*" || ifNoneMatch.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
}

/** A plain name for old clients, the real one beside it. */
export function attachment(name: string): string {
  const safe = name.slice(0, 200).replace(unsafeInNames, "_").replace(/^\.+/, "_").toWellFormed();
  const plain = safe.replace(/[^\w. -]/g, "_").slice(0, 100);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(safe).replace(/['()*]/g, percentEncode)}`;
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
