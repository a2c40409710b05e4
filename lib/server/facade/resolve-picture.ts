/** A picture's address in a stranger's request becomes a stored picture, or a refusal that names the field. */
import { AppError, invalidInput } from "#lib/errors.ts";
import { isPictureId } from "#lib/ids.ts";
import { decodeDataUri, isDataUri } from "#lib/server/data-uri.ts";
import type { Outbound } from "#lib/server/outbound/outbound.ts";
import { OutboundError } from "#lib/server/outbound/outbound-error.ts";
import type { Pictures } from "#lib/server/projects/pictures.ts";
import { maxUploadBytes } from "#lib/wire.ts";

const fetchTimeoutMs = 30_000;
/** Where we serve pictures ourselves, with and without the file's ending. */
const ownPath = /^\/(?:api\/pictures\/(pic_[0-9a-f]{64})\/file|replicate\/v1\/files\/(pic_[0-9a-f]{64})\.[a-z]+)$/;

interface Parts {
  readonly pictures: Pictures;
  readonly outbound: Outbound;
}

interface Addressed {
  readonly field: string;
  readonly address: string;
  readonly origin: string;
  readonly signal: AbortSignal;
}

export async function resolvePicture(parts: Parts, addressed: Addressed): Promise<string> {
  try {
    return await resolve(parts, addressed);
  } catch (error) {
    throw asFieldFault(error, addressed.field);
  }
}

async function resolve({ pictures, outbound }: Parts, { field, address, origin, signal }: Addressed): Promise<string> {
  const limits = { maxBytes: maxUploadBytes, signal };
  if (isDataUri(address)) {
    const bytes = decodeDataUri(address);
    if (!bytes) throw refuse(field, "a base64 data URI");
    return (await pictures.receive(once(bytes), limits)).id;
  }
  const own = ownPictureId(address, origin);
  if (own !== null) return (await pictures.get(own)).id;
  if (!/^https:\/\//i.test(address)) throw refuse(field, "a data URI, an https address or the address of a picture of ours");
  const file = await outbound.open({ url: address, hosts: "public-https", timeoutMs: fetchTimeoutMs, ...limits });
  return (await pictures.receive(file, limits)).id;
}

function ownPictureId(address: string, origin: string): string | null {
  if (isPictureId(address)) return address;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.origin !== origin) return null;
  const match = ownPath.exec(url.pathname);
  return match?.[1] ?? match?.[2] ?? null;
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

function refuse(field: string, expected: string): AppError {
  return invalidInput({ field, rule: "format", message: `Expected ${expected} for ${field}` });
}

/** What is wrong with a picture is wrong with its field; what is wrong with us stays what it is. */
function asFieldFault(error: unknown, field: string): unknown {
  if (error instanceof OutboundError) {
    const why = error.reason === "address" ? "this address is not on the public internet" : `it could not be fetched (${error.reason})`;
    return new AppError("invalid_input", `Expected a picture that can be fetched for ${field} but ${why}`, {
      cause: error,
      faults: [{ field, rule: "format", message: `Expected a picture that can be fetched for ${field} but ${why}` }],
    });
  }
  const isAboutPicture =
    error instanceof AppError && (error.code.startsWith("picture_") || error.code === "too_large" || error.code === "not_found");
  if (!isAboutPicture) return error;
  const message = `${error.message} for ${field}`;
  return new AppError("invalid_input", message, { cause: error, faults: [{ field, rule: "format", message }] });
}
