import { facadeRoutes } from "#lib/server/http/facade-route.ts";
import { sendPicture } from "#lib/server/http/send-picture.ts";
import { openHouse } from "#lib/server/index.ts";

/** The ending is for the caller's eyes; the bytes are named by what stands before it. */
export const { GET, POST, PUT, PATCH, DELETE } = facadeRoutes<{ file: string }>({
  GET: async (request, { file }) => sendPicture(await openHouse(), request, file.replace(/\.[a-z]+$/, "")),
});
