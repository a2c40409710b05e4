/**
 * Who asks, and whether they may. Every route is closed to strangers unless it says otherwise, and every id in an address is
 * looked up before the route is run; what a body names is for the route to look up.
 */
import { AppError, type ErrorCode } from "#lib/errors.ts";
import { type Role, roles } from "#lib/people-wire.ts";
import type { House } from "#lib/server/house.ts";
import type { Caller } from "#lib/server/people/people.ts";
import { readSessionCookie } from "./session-cookie.ts";

/** `open`: for strangers too. */
export type Access = "open" | Role;
/** `named`: what the address names. */
export type Admit = (request: Request, named: unknown) => Promise<Caller>;
/** `withoutFactor`: also for those who have to add a second factor first. */
export type AdmitBy = (openHouse: () => Promise<House>, need: Access, withoutFactor: boolean) => Admit;

/** At an open door nobody looks who comes. */
const stranger: Caller = { person: null, role: "viewer", sessionId: null };

/** At the studio's own API: by the session in the cookie. */
export const bySession: AdmitBy = (openHouse, need, withoutFactor) => {
  return async (request, named) => {
    if (need === "open") return stranger;
    const { config, people, sight } = await openHouse();
    const caller = requireRole(await people.bySession(readSessionCookie(request, config)), need);
    if (caller.lacksFactor && !withoutFactor)
      throw refuse(caller, "factor_required", "Expected somebody with a second factor, which this installation asks of everybody");
    await sight.require(caller, named);
    return caller;
  };
};

/** At the facade: by a token in Authorization, as its clients send it. */
export const byAccessToken: AdmitBy = (openHouse, need) => {
  return async (request) => {
    if (need === "open") return stranger;
    const { people } = await openHouse();
    const [, token] = /^(?:Bearer|Token)\s+(\S+)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
    return requireRole(await people.byAccessToken(token ?? null), need);
  };
};

function requireRole(caller: Caller | null, need: Role): Caller {
  if (caller === null) throw new AppError("sign_in_required", "Expected somebody who is signed in");
  if (roles.indexOf(caller.role) < roles.indexOf(need))
    throw refuse(caller, "not_allowed", `Expected ${need} for the role of whoever asks but it is ${caller.role}`);
  return caller;
}

function refuse({ person }: Caller, code: ErrorCode, message: string): AppError {
  return new AppError(code, message, person === null ? {} : { refusedTo: person.id });
}
