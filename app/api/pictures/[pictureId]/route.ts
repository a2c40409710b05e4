import { route } from "#lib/server/http/route.ts";
import { openHouse } from "#lib/server/index.ts";

export const GET = route<{ pictureId: string }>(async (_request, { pictureId }) =>
  Response.json(await (await openHouse()).pictures.get(pictureId)),
);
