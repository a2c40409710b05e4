import { bodyChunks } from "#lib/server/http/read-body.ts";
import { onlyMethods } from "#lib/server/http/only-methods.ts";
import { route } from "#lib/server/http/route.ts";
import { openHouse } from "#lib/server/index.ts";
import { maxUploadBytes } from "#lib/wire.ts";

/** The body is the file itself, streamed to disk; its name and declared type decide nothing. */
const add = route(async (request) => {
  const { pictures } = await openHouse();
  const picture = await pictures.receive(bodyChunks(request, maxUploadBytes), { maxBytes: maxUploadBytes, signal: request.signal });
  return Response.json(picture, { status: 201 });
});

export const { GET, POST, PUT, PATCH, DELETE } = onlyMethods({ POST: add });
