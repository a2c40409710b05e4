/** Bodies read up to a cap, whatever their length claims to be. */
import { AppError, isAppError } from "#lib/errors.ts";

export function announcedLength(request: Request): number | null {
  const text = request.headers.get("content-length");
  return text !== null && /^\d+$/.test(text) ? Number(text) : null;
}

/** Throws too_large as soon as the cap is announced or passed, incomplete_upload when less comes than was announced. */
export async function* bodyChunks(request: Request, maxBytes: number): AsyncIterable<Uint8Array> {
  const announced = announcedLength(request);
  if (announced !== null && announced > maxBytes) throw tooLarge(maxBytes);
  let received = 0;
  try {
    for await (const chunk of request.body ?? []) {
      received += chunk.byteLength;
      if (received > maxBytes) throw tooLarge(maxBytes);
      yield chunk;
    }
  } catch (error) {
    if (isAppError(error)) throw error;
    throw new AppError("incomplete_upload", "The connection ended before everything had arrived", { cause: error });
  }
  if (announced !== null && received < announced) {
    throw new AppError("incomplete_upload", `Expected ${announced} bytes but received ${received}`);
  }
}

export async function readText(request: Request, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bodyChunks(request, maxBytes)) chunks.push(chunk);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch (error) {
    throw new AppError("bad_request", "Expected the body to be UTF-8 text", { cause: error });
  }
}

function tooLarge(maxBytes: number): AppError {
  return new AppError("too_large", `Expected at most ${maxBytes} bytes`);
}
