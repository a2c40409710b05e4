import { nobodyAtFacade } from "#lib/server/http/facade-route.ts";

export const { GET, POST, PUT, PATCH, DELETE } = nobodyAtFacade();
