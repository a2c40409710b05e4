import { onlyMethods } from "#lib/server/http/only-methods.ts";
import { route } from "#lib/server/http/route.ts";
import { sendPicture } from "#lib/server/http/send-picture.ts";
import { openHouse } from "#lib/server/index.ts";

const send = route<{ pictureId: string }>(async (request, { pictureId }) => sendPicture(await openHouse(), request, pictureId));

export const { GET, POST, PUT, PATCH, DELETE } = onlyMethods({ GET: send });
