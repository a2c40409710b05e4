/** THE GATE: what the street hangs its routes on. Who asks is looked up in the house before a route is run. */

import { problemResponse } from "./facade/problem.ts";
import { byAccessToken, bySession } from "./http/admit.ts";
import { type Accesses, type Answers, type Doors, type Handlers, routes as hang, nobodyHere as refuseAll } from "./http/routes.ts";
import { openHouse } from "./index.ts";

const studio: Doors = { admitBy: (need, withoutFactor) => bySession(openHouse, need, withoutFactor) };
/** The same guards for others' clients, their way to say who they are, and the error body they expect. */
const facade: Doors = { admitBy: (need, withoutFactor) => byAccessToken(openHouse, need, withoutFactor), answerError: problemResponse };

export function routes<Params = Record<string, never>>(handlers: Handlers<Params>, access: Accesses = {}): Answers<Params> {
  return hang(handlers, access, studio);
}

export function facadeRoutes<Params = Record<string, never>>(handlers: Handlers<Params>, access: Accesses = {}): Answers<Params> {
  return hang(handlers, access, facade);
}

export function nobodyHere(): Answers<unknown> {
  return refuseAll(studio);
}

export function nobodyAtFacade(): Answers<unknown> {
  return refuseAll(facade);
}
