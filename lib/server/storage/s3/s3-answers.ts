/** What an S3 service's answer means to us. Only its short code is repeated: the rest of an error may hold parts of the request. */
import type { IncomingMessage } from "node:http";
import { AppError } from "#lib/errors.ts";
import type { S3Place, S3Request } from "./send-signed.ts";

const longestError = 64 * 1024;
const waitMs = 5000;

export async function readText(answer: IncomingMessage, maxBytes: number): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of answer) {
    bytes += piece.length;
    if (bytes > maxBytes) {
      answer.destroy();
      throw new Error(`it answered more than ${maxBytes} bytes`);
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

/** The short code of an error, e.g. NoSuchKey; empty where there is none (an answer to HEAD has no body). */
export async function readErrorCode(answer: IncomingMessage): Promise<string> {
  const text = await readText(answer, longestError).catch(() => "");
  return /<Code>(\w{1,80})<\/Code>/.exec(text)?.[1] ?? "";
}

/** Asking again can help: the service, or the way to it, is not well. */
export function isPassing(status: number): boolean {
  return (status >= 500 && status !== 501) || status === 429 || status === 408;
}

export function unavailable(request: S3Request, why: string, cause?: unknown): AppError {
  return new AppError("storage_unavailable", `Expected the picture store to answer ${nameOf(request)} but ${why}`, {
    retryAfterMs: waitMs,
    ...(cause === undefined ? {} : { cause }),
  });
}

/** An answer that will be the same until somebody changes a setting, or a right over there. */
export function refused(place: S3Place, request: S3Request, answer: IncomingMessage, code: string): AppError {
  const { statusCode: status = 0, headers } = answer;
  const said = `${status}${code === "" ? "" : ` ${code}`}`;
  const elsewhere = headers["x-amz-bucket-region"];
  const hint =
    typeof elsewhere === "string" && elsewhere !== place.region && /^[\w-]{1,40}$/.test(elsewhere)
      ? `; the bucket is in ${elsewhere}, not in ${place.region}`
      : "";
  return new AppError("storage_refused", `Expected the picture store to take ${nameOf(request)} but it answered ${said}${hint}`);
}

function nameOf({ method, key }: S3Request): string {
  return `${method} ${key ?? "of the bucket"}`;
}
