/** Which of our own pictures an address names. */
import { isLoopbackName } from "#lib/loopback.ts";

/** Where we serve pictures ourselves, with and without the file's ending. */
const ownPath = /^\/(?:api\/pictures\/(pic_[0-9a-f]{64})\/file|replicate\/v1\/files\/(pic_[0-9a-f]{64})\.[a-z]+)$/;

/** `origin` is where the caller reached us; this machine's other names at the same port are us as well. */
export function ownPictureId(address: string, origin: string): string | null {
  const isPath = /^\/[^/\\]/.test(address);
  if (!isPath && !URL.canParse(address)) return null;
  const url = new URL(address, origin);
  const own = new URL(origin);
  const isOurs = url.protocol === own.protocol && url.port === own.port && (url.hostname === own.hostname || isLoopbackName(url.hostname));
  if (!isOurs) return null;
  const match = ownPath.exec(url.pathname);
  return match?.[1] ?? match?.[2] ?? null;
}
