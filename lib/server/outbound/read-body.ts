/** The answer's bytes, unpacked where it was packed against our wish, and never more of them than allowed. */
import type { Readable, Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { Dispatcher } from "undici";
import { type Limits, toOutboundError } from "./exchange.ts";
import { OutboundError } from "./outbound-error.ts";

const unpackers: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

export async function* readBody(answer: Dispatcher.ResponseData, maxBytes: number, limits: Limits): AsyncGenerator<Uint8Array> {
  const { body } = answer;
  body.on("error", () => undefined);
  try {
    limits.signal.throwIfAborted();
    if (Number(headerOf(answer, "content-length")) > maxBytes) throw tooLarge(maxBytes);
    let bytes = 0;
    for await (const chunk of unpack(body, headerOf(answer, "content-encoding"))) {
      const piece: Uint8Array = chunk;
      bytes += piece.length;
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      yield piece;
    }
  } catch (error) {
    if (!limits.signal.aborted && isUnpackError(error)) {
      throw new OutboundError("encoding", "Expected a plain answer but it was packed, and falsely so", { sent: "maybe", cause: error });
    }
    throw toOutboundError(error, limits, "maybe");
  } finally {
    body.destroy();
  }
}

export function headerOf(answer: Dispatcher.ResponseData, name: string): string | null {
  const value = answer.headers[name.toLowerCase()];
  return (Array.isArray(value) ? value.join(", ") : value) ?? null;
}

function unpack(body: Readable, encoding: string | null): Readable {
  const name = encoding?.trim().toLowerCase() ?? "";
  if (name === "" || name === "identity") return body;
  const unpacker = unpackers[name];
  if (!unpacker) {
    throw new OutboundError("encoding", `Expected a plain answer but received it packed as "${name.slice(0, 40)}"`, { sent: "maybe" });
  }
  const stream = unpacker();
  body.on("error", (error) => stream.destroy(error));
  return body.pipe(stream);
}

function isUnpackError(error: unknown): boolean {
  return error instanceof Error && "code" in error && typeof error.code === "string" && /^(Z_|ERR__ERROR)/.test(error.code);
}

function tooLarge(maxBytes: number): OutboundError {
  return new OutboundError("too_large", `Expected at most ${maxBytes} bytes`, { sent: "maybe" });
}
