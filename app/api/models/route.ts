import { route } from "#lib/server/http/route.ts";
import { openHouse } from "#lib/server/index.ts";
import type { ModelsAnswer } from "#lib/wire.ts";

export const GET = route(async () => {
  const { catalogue } = await openHouse();
  return Response.json({ models: catalogue.list() } satisfies ModelsAnswer);
});
