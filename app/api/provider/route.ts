import { route } from "#lib/server/http/route.ts";
import { openHouse } from "#lib/server/index.ts";

export const GET = route(async () => Response.json((await openHouse()).providerState()));
