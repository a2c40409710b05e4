import { routes } from "#lib/server/gate.ts";
import { bodyChunks } from "#lib/server/http/read-body.ts";
import { requireWithinRate } from "#lib/server/http/within-rate.ts";
import { openHouse } from "#lib/server/index.ts";
import { maxUploadBytes } from "#lib/wire.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** The body is the file itself, streamed to disk; its name and declared type decide nothing. */
  POST: async (request, _params, caller) => {
    const house = await openHouse();
    await requireWithinRate(house, "uploads", request, caller);
    const options = { maxBytes: maxUploadBytes, signal: request.signal, holderId: caller.person?.id ?? null };
    const picture = await house.pictures.receive(bodyChunks(request, maxUploadBytes), options);
    return Response.json(picture, { status: 201 });
  },
});
