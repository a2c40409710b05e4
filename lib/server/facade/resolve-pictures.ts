/**
 * The addresses in a stranger's request become stored pictures, or a refusal that names the field. All of them are
 * opened and inspected before the first is stored, so that one that is bad leaves nothing behind.
 */
import { AppError, type FieldFault, invalidInput, isAppError } from "#lib/errors.ts";
import { pictureFieldsOf } from "#lib/models/check-inputs.ts";
import { maskFault } from "#lib/models/mask-fault.ts";
import type { ModelEntry } from "#lib/models/model.ts";
import type { Outbound } from "#lib/server/outbound/outbound.ts";
import { OutboundError } from "#lib/server/outbound/outbound-error.ts";
import type { Caller } from "#lib/server/people/people.ts";
import type { Sight } from "#lib/server/people/sight.ts";
import type { Arrival, Pictures } from "#lib/server/projects/pictures.ts";
import { maxUploadBytes, type Picture } from "#lib/wire.ts";
import { ownPictureId } from "./own-picture.ts";
import { readDataUri } from "./read-data-uri.ts";

const fetchTimeoutMs = 60_000;

export interface ResolveParts {
  readonly pictures: Pictures;
  readonly outbound: Outbound;
  readonly sight: Pick<Sight, "require">;
}

export interface ResolveFrom {
  /** Where the caller reached us. */
  readonly origin: string;
  readonly caller: Caller;
  /** The project that is to hold them. */
  readonly holderId: string;
  readonly signal: AbortSignal;
}

/** Either one of ours, or bytes that are still to be taken in. */
type Source =
  | { readonly kind: "stored"; readonly picture: Picture }
  | { readonly kind: "bytes"; readonly bytes: AsyncIterable<Uint8Array> };

/** Picture ids by field. */
export async function resolvePictures(
  parts: ResolveParts,
  entry: ModelEntry,
  addresses: ReadonlyMap<string, string>,
  { signal: callerSignal, ...from }: ResolveFrom,
): Promise<Readonly<Record<string, string>>> {
  const over = new AbortController();
  const signal = AbortSignal.any([callerSignal, over.signal]);
  const arrivals = new Map<string, Arrival>();
  try {
    const ids: Record<string, string> = {};
    const pictures = new Map<string, Picture>();
    for (const [field, source] of await openAll(parts, addresses, { ...from, signal })) {
      if (source.kind === "bytes") {
        const options = { maxBytes: maxUploadBytes, signal, holderId: from.holderId };
        arrivals.set(field, await named(field, parts.pictures.inspect(source.bytes, options)));
      }
      const picture = source.kind === "stored" ? source.picture : arrivals.get(field)?.picture;
      if (picture) pictures.set(field, picture);
    }
    await checkMasks(entry, arrivals, pictures);
    for (const [field, { id }] of pictures) ids[field] = (await arrivals.get(field)?.keep())?.id ?? id;
    return ids;
  } finally {
    // Ends the downloads that nobody will read any more.
    over.abort();
    await Promise.all([...arrivals.values()].map((arrival) => arrival.discard()));
  }
}

/** A mask that does not fit its picture is refused here already, while nothing is stored. */
async function checkMasks(
  entry: ModelEntry,
  arrivals: ReadonlyMap<string, Arrival>,
  pictures: ReadonlyMap<string, Picture>,
): Promise<void> {
  for (const field of pictureFieldsOf(entry)) {
    const mask = arrivals.get(field.name);
    const picture = field.kind === "mask" ? pictures.get(field.of) : undefined;
    if (!mask || !picture) continue;
    const fault = maskFault(field.name, await mask.maskFacts(), picture);
    if (fault) throw invalidInput(fault);
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

async function openSource({ pictures, outbound, sight }: ResolveParts, field: string, address: string, from: ResolveFrom): Promise<Source> {
  if (/^data:/i.test(address)) {
    const pieces = readDataUri(address);
    if (!pieces) throw refuse(field, "a data URI of a picture");
    return { kind: "bytes", bytes: eachOf(pieces) };
  }
  const own = ownPictureId(address, from.origin);
  if (own !== null) {
    await sight.require(from.caller, own);
    return { kind: "stored", picture: await pictures.get(own) };
  }
  if (!/^https:\/\//i.test(address)) throw refuse(field, "a data URI, an https address or the address of one of our pictures");
  const limits = { maxBytes: maxUploadBytes, timeoutMs: fetchTimeoutMs, signal: from.signal };
  return { kind: "bytes", bytes: await outbound.open({ url: address, hosts: "public-https", ...limits }) };
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
