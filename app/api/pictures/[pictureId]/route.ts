import { routes } from "#lib/server/gate.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ pictureId: string }>({
  GET: async (_request, { pictureId }) => Response.json(await (await openHouse()).pictures.get(pictureId)),
});
