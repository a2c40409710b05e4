import { routes } from "#lib/server/gate.ts";
import { openHouse } from "#lib/server/index.ts";
import type { ModelsAnswer } from "#lib/wire.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: async () => {
    const { catalogue } = await openHouse();
    return Response.json({ models: catalogue.list() } satisfies ModelsAnswer);
  },
});
