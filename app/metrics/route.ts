/** Figures of this process and of the studio, in the text Prometheus reads; where people sign in, by a token that may read. */
import { facadeRoutes } from "#lib/server/gate.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = facadeRoutes({
  GET: async () => {
    const text = await (await openHouse()).health.metrics();
    return new Response(text, { headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8" } });
  },
});
