/**
 * The addresses in a stranger's request become stored pictures, or a refusal that names the field. All of them are looked
 * at and opened before the first is stored, so that one bad address leaves nothing behind.
 */
import { AppError, type FieldFault, invalidInput, isAppError } from "#lib/errors.ts";
import type { Outbound } from "#lib/server/outbound/outbound.ts";
import { OutboundError } from "#lib/server/outbound/outbound-error.ts";
import type { Pictures } from "#lib/server/projects/pictures.ts";
import { maxUploadBytes } from "#lib/wire.ts";
import { ownPictureId } from "./own-picture.ts";
import { readDataUri } from "./read-data-uri.ts";

const fetchTimeoutMs = 60_000;

export interface ResolveParts {
  readonly pictures: Pictures;
  readonly outbound: Outbound;
}

export interface ResolveFrom {
  /** Where the caller reached us. */
  readonly origin: string;
  readonly signal: AbortSignal;
}

/** Either one of ours, or bytes that are still to be taken in. */
type Source = { readonly kind: "stored"; readonly id: string } | { readonly kind: "bytes"; readonly bytes: AsyncIterable<Uint8Array> };

/** Picture ids by field. */
export async function resolvePictures(
  parts: ResolveParts,
  addresses: ReadonlyMap<string, string>,
  { origin, signal: callerSignal }: ResolveFrom,
): Promise<Readonly<Record<string, string>>> {
  const over = new AbortController();
  const signal = AbortSignal.any([callerSignal, over.signal]);
  try {
    const sources = await openAll(parts, addresses, { origin, signal });
    const ids: Record<string, string> = {};
    for (const [field, source] of sources) {
      const taken = source.kind === "stored" ? source.id : takeIn(parts.pictures, source.bytes, signal);
      ids[field] = await named(field, taken);
    }
    return ids;
  } finally {
    // Ends the downloads that nobody will read any more.
    over.abort();
  }
}

async function openAll(parts: ResolveParts, addresses: ReadonlyMap<string, string>, from: ResolveFrom): Promise<Map<string, Source>> {
  const opened = new Map<string, Source>();
  const faults: FieldFault[] = [];
  const opening = [...addresses].map(async ([field, address]) => {
    opened.set(field, await named(field, openSource(parts, field, address, from)));
  });
  for (const outcome of await Promise.allSettled(opening)) {
    if (outcome.status === "fulfilled") continue;
    if (!isAppError(outcome.reason) || outcome.reason.faults.length === 0) throw outcome.reason;
    faults.push(...outcome.reason.faults);
  }
  const [first, ...rest] = faults;
  if (first) throw invalidInput(first, ...rest);
  return opened;
}

async function openSource({ pictures, outbound }: ResolveParts, field: string, address: string, from: ResolveFrom): Promise<Source> {
  if (/^data:/i.test(address)) {
    const pieces = readDataUri(address);
    if (!pieces) throw refuse(field, "a data URI of a picture");
    return { kind: "bytes", bytes: eachOf(pieces) };
  }
  const own = ownPictureId(address, from.origin);
  if (own !== null) return { kind: "stored", id: (await pictures.get(own)).id };
  if (!/^https:\/\//i.test(address)) throw refuse(field, "a data URI, an https address or the address of one of our pictures");
  const limits = { maxBytes: maxUploadBytes, timeoutMs: fetchTimeoutMs, signal: from.signal };
  return { kind: "bytes", bytes: await outbound.open({ url: address, hosts: "public-https", ...limits }) };
}

async function takeIn(pictures: Pictures, bytes: AsyncIterable<Uint8Array>, signal: AbortSignal): Promise<string> {
  return (await pictures.receive(bytes, { maxBytes: maxUploadBytes, signal })).id;
}

async function* eachOf(pieces: Iterable<Uint8Array>): AsyncIterable<Uint8Array> {
  yield* pieces;
}

function refuse(field: string, expected: string): AppError {
  return invalidInput({ field, rule: "format", message: `Expected ${expected} for ${field}` });
}

/** What is wrong with a picture is wrong with its field; what is wrong with us stays what it is. */
async function named<Result>(field: string, result: Result | Promise<Result>): Promise<Result> {
  try {
    return await result;
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === null) throw error;
    const message = `Expected a usable picture for ${field} but ${reason}`;
    throw new AppError("invalid_input", message, { cause: error, faults: [{ field, rule: "format", message }] });
  }
}

function reasonOf(error: unknown): string | null {
  if (error instanceof OutboundError)
    return error.reason === "address" ? "its address is not on the public internet" : `it could not be fetched (${error.reason})`;
  if (!isAppError(error)) return null;
  if (error.code === "not_found") return "we have no picture at this address";
  if (error.code === "too_large") return `it has more than ${maxUploadBytes} bytes`;
  return error.code.startsWith("picture_") ? `this one was refused: ${error.message}` : null;
}
