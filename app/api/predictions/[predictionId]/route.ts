import { routes } from "#lib/server/gate.ts";
import { readInteger } from "#lib/server/http/read-query.ts";
import { openHouse } from "#lib/server/index.ts";

const longestWaitS = 30;

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ predictionId: string }>({
  /** `?after=<version>&wait=<s>` holds the request until the prediction is newer than that version: one request a change. */
  GET: async (request, { predictionId }) => {
    const { predictions } = await openHouse();
    const waitMs = readInteger(request, "wait", { fallback: 0, min: 0, max: longestWaitS }) * 1000;
    if (waitMs === 0) return Response.json(await predictions.get(predictionId));
    const after = readInteger(request, "after", { fallback: 0, min: 0, max: Number.MAX_SAFE_INTEGER });
    return Response.json(await predictions.wait(predictionId, { after, waitMs, signal: request.signal }));
  },
});
