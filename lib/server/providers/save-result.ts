/** Copies one result to a new file: from a guarded address, or out of the address itself. */
import { type FileHandle, open, rm } from "node:fs/promises";
import { decodeDataUri, isDataUri } from "#lib/server/data-uri.ts";
import type { Outbound } from "#lib/server/outbound/outbound.ts";
import { OutboundError } from "#lib/server/outbound/outbound-error.ts";
import { type DownloadProgress, ProviderError } from "./provider.ts";
import { writeBehind } from "./write-behind.ts";

export interface SaveRequest {
  readonly address: string;
  readonly path: string;
  readonly hosts: readonly string[];
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly progress: DownloadProgress;
}

export async function saveResult(outbound: Outbound, request: SaveRequest): Promise<{ readonly bytes: number }> {
  try {
    // The source first: a refused address leaves no file behind.
    const source = await openSource(outbound, request);
    return await write(source, request);
  } catch (error) {
    throw error instanceof ProviderError ? error : toResultError(error);
  }
}

async function openSource(outbound: Outbound, request: SaveRequest): Promise<AsyncIterable<Uint8Array> | Iterable<Uint8Array>> {
  const { address, path: _path, progress: _progress, ...limits } = request;
  if (!isDataUri(address)) return outbound.open({ url: address, ...limits });
  const bytes = decodeDataUri(address);
  if (bytes === null) throw refused("Expected a picture in the result's data URI but it is not well-formed");
  if (bytes.length > request.maxBytes) throw refused(`Expected at most ${request.maxBytes} bytes in the result's data URI`);
  return [bytes];
}

async function write(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { path, progress }: SaveRequest,
): Promise<{ readonly bytes: number }> {
  let file: FileHandle;
  try {
    file = await open(path, "wx", 0o600);
  } catch (cause) {
    throw localFault(cause);
  }
  const writing = writeBehind({ writeFile: (pieces) => file.writeFile(pieces).catch(throwLocalFault) }, progress.grow);
  try {
    for await (const chunk of source) {
      progress.add(chunk);
      await writing.add(chunk);
    }
    progress.end();
    const bytes = await writing.end();
    await file.close();
    return { bytes };
  } catch (error) {
    await writing.rest();
    await file.close().catch(() => undefined);
    await rm(path, { force: true });
    throw error;
  }
}

function throwLocalFault(cause: unknown): never {
  throw localFault(cause);
}

function toResultError(error: unknown): ProviderError {
  const failure = error instanceof OutboundError ? error : null;
  const message = failure?.message ?? "The result could not be copied";
  const options = { started: "maybe", cause: error } as const;
  if (failure?.status === 410) return new ProviderError("results_expired", message, { ...options, transient: false });
  const isRefused = failure?.reason === "address" || failure?.reason === "redirect" || failure?.reason === "too_large";
  if (isRefused) return new ProviderError("result_refused", message, { ...options, transient: false });
  return new ProviderError("result_unreachable", message, { ...options, transient: true });
}

function refused(message: string): ProviderError {
  return new ProviderError("result_refused", message, { started: "maybe", transient: false });
}

/** A full disk may be emptied before the result is gone upstream. */
function localFault(cause: unknown): ProviderError {
  return new ProviderError("internal", "The result could not be written to disk", { started: "maybe", transient: true, cause });
}
