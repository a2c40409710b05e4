import { routes } from "#lib/server/gate.ts";
import { sendDownload } from "#lib/server/http/send-download.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ pictureId: string }>({
  GET: async (request, { pictureId }) => sendDownload(await openHouse(), request, pictureId),
});
