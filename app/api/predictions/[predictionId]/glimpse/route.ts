import { routes } from "#lib/server/gate.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ predictionId: string }>({
  /** What a run that is fetching its results receives, as it comes; nothing (204) where there is nothing to be seen, or no longer. */
  GET: async (request, { predictionId }) => {
    const { predictions } = await openHouse();
    const glimpse = await predictions.glimpse(predictionId, request.signal);
    const headers = { "cache-control": "no-store" };
    if (!glimpse) return new Response(null, { status: 204, headers });
    return new Response(glimpse.body, { headers: { ...headers, "content-type": glimpse.contentType } });
  },
});
