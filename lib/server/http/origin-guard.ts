/**
 * Keeps other sites from acting in a person's name. Browsers say where a request comes from in Sec-Fetch-Site; older
 * ones only in Origin. A client that sends neither is no browser and carries nobody's identity.
 */
import { AppError } from "#lib/errors.ts";

const readingMethods = new Set(["GET", "HEAD", "OPTIONS"]);

export function requireSameOrigin(request: Request): void {
  if (readingMethods.has(request.method)) return;
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const isOwn = site === null ? origin === null || isOwnOrigin(origin, request) : site === "same-origin" || site === "none";
  if (!isOwn || (origin !== null && !isOwnOrigin(origin, request))) {
    throw new AppError("cross_site", "Expected a request from Pentimento's own pages but it came from another site");
  }
}

function isOwnOrigin(origin: string, request: Request): boolean {
  try {
    return new URL(origin).host === request.headers.get("host");
  } catch {
    return false;
  }
}
