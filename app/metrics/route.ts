/** Figures of this process and of the studio, in the text Prometheus reads. */
import { routes } from "#lib/server/http/routes.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: async () => {
    const text = await (await openHouse()).health.metrics();
    return new Response(text, { headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8" } });
  },
});
