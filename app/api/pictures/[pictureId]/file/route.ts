import { routes } from "#lib/server/gate.ts";
import { sendPicture } from "#lib/server/http/send-picture.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ pictureId: string }>({
  GET: async (request, { pictureId }) => sendPicture(await openHouse(), request, pictureId),
});
