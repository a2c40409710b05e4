/** Whether the process lives; asks nobody else, so that a database that is away does not get it restarted. */
import { routes } from "#lib/server/gate.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  {
    GET: () => Response.json({ status: "lives" }),
  },
  { all: "open" },
);
