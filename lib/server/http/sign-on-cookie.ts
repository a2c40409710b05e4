/** What a browser keeps for itself between leaving for the provider and coming back. */
import { z } from "zod";
import { isPlaceWithin } from "#lib/people-wire.ts";
import type { Config } from "#lib/server/config.ts";
import type { SignOnMemory } from "#lib/server/people/sign-on.ts";
import { cookieRules, findCookie, isSecure } from "./session-cookie.ts";

// Checking never makes code at run time.
z.config({ jitless: true });

type Door = Pick<Config, "publicUrl">;

export interface Journey {
  readonly memory: SignOnMemory;
  /** Where somebody wanted to be. */
  readonly to: string;
}

const keptS = 600;
const text = z.string().min(1).max(500);
const form = z.strictObject({
  memory: z.strictObject({ state: text, nonce: text, verifier: text }),
  to: text.refine(isPlaceWithin),
});
const nameOf = (door: Door) => (isSecure(door) ? "__Host-pentimento-sign-on" : "pentimento-sign-on");

export function readJourney(request: Pick<Request, "headers">, door: Door): Journey | null {
  const written = findCookie(request.headers.get("cookie"), nameOf(door)) ?? "";
  try {
    return form.parse(JSON.parse(Buffer.from(written, "base64url").toString("utf8")));
  } catch {
    return null;
  }
}

export function keepJourney(response: Response, door: Door, journey: Journey): Response {
  const written = Buffer.from(JSON.stringify(journey)).toString("base64url");
  response.headers.append("set-cookie", `${nameOf(door)}=${written}; ${cookieRules(door)}; Max-Age=${keptS}`);
  return response;
}

export function endJourney(response: Response, door: Door): Response {
  response.headers.append("set-cookie", `${nameOf(door)}=; ${cookieRules(door)}; Max-Age=0`);
  return response;
}
