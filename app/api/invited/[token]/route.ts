import { routes } from "#lib/server/gate.ts";
import { answerEntered, arrivalOf } from "#lib/server/http/enter.ts";
import { joinBody } from "#lib/server/http/people-bodies.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ token: string }>(
  {
    GET: async (_request, { token }) => Response.json(await (await openHouse()).people.invited(token)),
    POST: async (request, { token }) => {
      const house = await openHouse();
      return answerEntered(house, await house.people.join(token, await readJson(request, joinBody), arrivalOf(request, house)));
    },
  },
  { all: "open" },
);
