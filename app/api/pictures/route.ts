import { routes } from "#lib/server/gate.ts";
import { bodyChunks } from "#lib/server/http/read-body.ts";
import { openHouse } from "#lib/server/index.ts";
import { maxUploadBytes } from "#lib/wire.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** The body is the file itself, streamed to disk; its name and declared type decide nothing. */
  POST: async (request, _params, { person }) => {
    const { pictures } = await openHouse();
    const options = { maxBytes: maxUploadBytes, signal: request.signal, holderId: person?.id ?? null };
    const picture = await pictures.receive(bodyChunks(request, maxUploadBytes), options);
    return Response.json(picture, { status: 201 });
  },
});
