import { routes } from "#lib/server/gate.ts";
import { answerEntered, arrivalOf } from "#lib/server/http/enter.ts";
import { joinBody } from "#lib/server/http/people-bodies.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  {
    POST: async (request) => {
      const house = await openHouse();
      const { token, ...person } = await readJson(request, joinBody);
      return answerEntered(request, house, await house.people.join(token, person, arrivalOf(request, house)));
    },
  },
  { all: "open" },
);
