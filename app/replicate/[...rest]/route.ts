import { nobodyAtFacade } from "#lib/server/gate.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = nobodyAtFacade();
