import { AppError } from "#lib/errors.ts";

export function readIdempotencyKey(request: Request): string | null {
  const key = request.headers.get("idempotency-key");
  if (key === null) return null;
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw new AppError("bad_request", "Expected 1 to 255 visible ASCII characters for Idempotency-Key");
}
