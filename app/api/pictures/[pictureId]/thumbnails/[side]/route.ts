import { routes } from "#lib/server/gate.ts";
import { sendThumbnail } from "#lib/server/http/send-thumbnail.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ pictureId: string; side: string }>({
  GET: async (request, { pictureId, side }) => sendThumbnail(await openHouse(), request, pictureId, side),
});
