import { routes } from "#lib/server/gate.ts";
import { answerEntered, arrivalOf } from "#lib/server/http/enter.ts";
import { setUpBody } from "#lib/server/http/people-bodies.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  {
    POST: async (request) => {
      const house = await openHouse();
      return answerEntered(request, house, await house.people.setUp(await readJson(request, setUpBody), arrivalOf(request, house)));
    },
  },
  { all: "open" },
);
