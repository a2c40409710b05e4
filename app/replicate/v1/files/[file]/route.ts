import { facadeRoute } from "#lib/server/http/facade-route.ts";
import { sendPicture } from "#lib/server/http/send-picture.ts";
import { openHouse } from "#lib/server/index.ts";

/** The ending is for the caller's eyes; the bytes are named by what stands before it. */
const send = facadeRoute<{ file: string }>(async (request, { file }) =>
  sendPicture(await openHouse(), request, file.replace(/\.[a-z]+$/, "")),
);

export { send as GET, send as HEAD };
