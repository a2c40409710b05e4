import { onlyMethods } from "#lib/server/http/only-methods.ts";
import { route } from "#lib/server/http/route.ts";
import { openHouse } from "#lib/server/index.ts";
import type { ModelsAnswer } from "#lib/wire.ts";

const read = route(async () => {
  const { catalogue } = await openHouse();
  return Response.json({ models: catalogue.list() } satisfies ModelsAnswer);
});

export const { GET, POST, PUT, PATCH, DELETE } = onlyMethods({ GET: read });
