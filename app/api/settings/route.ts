import { routes } from "#lib/server/gate.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: async () => Response.json(await (await openHouse()).settingsFacts()),
});
