/** Answers somebody who came in: who they are, with the secret in the cookie and nowhere else. */
import type { House } from "#lib/server/house.ts";
import type { Entered, Origin } from "#lib/server/people/people.ts";
import { readSessionCookie, setSessionCookie } from "./session-cookie.ts";

export function answerEntered({ config }: House, { secret, expiresAtMs, person }: Entered): Response {
  return setSessionCookie(Response.json(person), config, secret, expiresAtMs);
}

/** Of somebody who is about to come in, perhaps as another than before. */
export function arrivalOf(request: Request, { config }: House): Origin {
  return { ...whereFrom(request), before: readSessionCookie(request, config) };
}

/** What stands before us adds the address it saw at the end; what comes before that is only claimed. */
export function whereFrom(request: Request): Origin {
  const address = request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
  return { address, client: request.headers.get("user-agent") ?? "" };
}
