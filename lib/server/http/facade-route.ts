/** Routes of the facade: the same guards, its own error body, and where the caller reached us. */
import { problemResponse } from "#lib/server/facade/problem.ts";
import { type Answers, type Handlers, nobodyHere, routes } from "./routes.ts";

export function facadeRoutes<Params = Record<string, never>>(handlers: Handlers<Params>): Answers<Params> {
  return routes(handlers, problemResponse);
}

export function nobodyAtFacade(): Answers<unknown> {
  return nobodyHere(problemResponse);
}

/** Host has been checked by the route; this server itself speaks http only. */
export function originOf(request: Request): string {
  return `http://${request.headers.get("host")}`;
}
