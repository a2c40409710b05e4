/** Routes of the facade: the same guards, its own error body, and where the caller reached us. */
import { problemResponse } from "#lib/server/facade/problem.ts";
import { route } from "./route.ts";

type Handler<Params> = Parameters<typeof route<Params>>[0];

export function facadeRoute<Params = Record<string, never>>(handler: Handler<Params>) {
  return route<Params>(handler, problemResponse);
}

/** Host has been checked by the route; this server itself speaks http only. */
export function originOf(request: Request): string {
  return `http://${request.headers.get("host")}`;
}
