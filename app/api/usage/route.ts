import { routes } from "#lib/server/gate.ts";
import { readInteger } from "#lib/server/http/read-query.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** When the day began is known only where the person is. */
  GET: async (request, _params, caller) => {
    const sinceMs = readInteger(request, "sinceMs", { fallback: 0, min: 0, max: 8_640_000_000_000_000 });
    const { predictions } = await openHouse();
    return Response.json(await predictions.usage({ sinceMs, personId: caller.person?.id ?? null }));
  },
});
