import { onlyMethods } from "#lib/server/http/only-methods.ts";
import { route } from "#lib/server/http/route.ts";
import { openHouse } from "#lib/server/index.ts";

const read = route(async () => Response.json((await openHouse()).providerState()));

export const { GET, POST, PUT, PATCH, DELETE } = onlyMethods({ GET: read });
