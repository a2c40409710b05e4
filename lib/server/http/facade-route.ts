/** Routes of the facade: the same guards, its own error body, and where the caller reached us. */
import { problemResponse } from "#lib/server/facade/problem.ts";
import { nobodyHere, onlyMethods } from "./only-methods.ts";
import { type RouteAnswer, type RouteHandler, route } from "./route.ts";

interface FacadeHandlers<Params> {
  readonly GET?: RouteHandler<Params>;
  readonly POST?: RouteHandler<Params>;
}

export function facadeRoutes<Params = Record<string, never>>({ GET, POST }: FacadeHandlers<Params>) {
  const guard = (handler: RouteHandler<Params>): RouteAnswer<Params> => route<Params>(handler, problemResponse);
  return onlyMethods<Params>({ ...(GET && { GET: guard(GET) }), ...(POST && { POST: guard(POST) }) }, problemResponse);
}

export function nobodyAtFacade() {
  return nobodyHere(problemResponse);
}

/** Host has been checked by the route; this server itself speaks http only. */
export function originOf(request: Request): string {
  return `http://${request.headers.get("host")}`;
}
