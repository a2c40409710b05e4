/**
 * A blob's bytes as a web stream, one piece at a time. Should the connection end before the blob does, because the service
 * broke off or because our own reader was slow for too long, it goes on from where it was.
 */
import type { IncomingMessage } from "node:http";
import { AppError } from "#lib/errors.ts";
import type { ByteRange } from "../blobs.ts";
import type { S3Client } from "./s3-client.ts";

/** Breaks in a row without a single byte between them. */
const mostBreaks = 3;

interface Opened {
  readonly message: IncomingMessage;
  readonly bytes: number;
}

export async function readObject(client: S3Client, key: string, range: ByteRange | undefined): Promise<ReadableStream<Uint8Array>> {
  if (range && (range.start < 0 || range.end < range.start)) {
    throw new AppError("bad_request", `Expected a range of bytes but received ${range.start}-${range.end}`);
  }
  const first = await open(client, key, range ? `bytes=${range.start}-${range.end}` : null);
  const { etag } = first.message.headers;
  const start = range?.start ?? 0;
  const end = start + first.bytes;
  let position = start;
  let pieces: AsyncIterator<Uint8Array> | null = first.message[Symbol.asyncIterator]();
  let message = first.message;
  let breaks = 0;

  async function nextPiece(): Promise<Uint8Array> {
    for (;;) {
      try {
        if (pieces === null) {
          ({ message } = await open(client, key, `bytes=${position}-${end - 1}`, etag));
          pieces = message[Symbol.asyncIterator]();
        }
        const { done, value } = await pieces.next();
        if (done !== true) return value;
        throw new Error(`Expected ${end - start} bytes in ${key} but it ended after ${position - start}`);
      } catch (error) {
        message.destroy();
        pieces = null;
        breaks += 1;
        if (breaks > mostBreaks || error instanceof AppError) throw error;
      }
    }
  }

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (position < end) {
          const piece = await nextPiece();
          breaks = 0;
          position += piece.byteLength;
          controller.enqueue(piece);
        }
        if (position < end) return;
        await pieces?.return?.();
        controller.close();
      },
      cancel() {
        message.destroy();
      },
    },
    { highWaterMark: 0 },
  );
}

async function open(client: S3Client, key: string, range: string | null, etag?: string): Promise<Opened> {
  const headers = { ...(range === null ? {} : { range }), ...(etag === undefined ? {} : { "if-match": etag }) };
  const { status, message } = await client.ask({ method: "GET", key, headers }, [404, 412, 416]);
  if (status === 404) throw new AppError("not_found", `Expected a stored blob for ${key} but there is none`);
  if (status === 416) throw new AppError("bad_request", `Expected a range within ${key} but received ${range}`);
  const bytes = Number(message.headers["content-length"] ?? Number.NaN);
  if (status !== (range === null ? 200 : 206) || Number.isNaN(bytes)) {
    message.destroy();
    throw new AppError("storage_unavailable", `Expected the bytes of ${key} but the picture store answered ${status}`);
  }
  return { message, bytes };
}
