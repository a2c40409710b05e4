/** Answers somebody who came in: who they are, with the secret in the cookie and nowhere else. What another kept in this browser goes. */
import type { House } from "#lib/server/house.ts";
import type { Entered, Origin } from "#lib/server/people/people.ts";
import { keepLastPerson, readLastPerson, readSessionCookie, setSessionCookie } from "./session-cookie.ts";

export function answerEntered(request: Request, house: House, entered: Entered): Response {
  return letIn(request, house, entered, Response.json(entered.person));
}

/** A session that ran out leaves what was not sent, for whoever comes next as the same person and for nobody else. */
export function letIn(request: Request, { config }: House, { secret, expiresAtMs, person }: Entered, response: Response): Response {
  const last = readLastPerson(request, config);
  if (last !== null && last !== person.id) response.headers.set("clear-site-data", '"storage"');
  return keepLastPerson(setSessionCookie(response, config, secret, expiresAtMs), config, person.id);
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
