import type { Spending } from "#lib/money-wire.ts";
import { routes } from "#lib/server/gate.ts";
import { readDays } from "#lib/server/http/read-query.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  {
    /** What was spent and how the installation stands, in one answer for the owner's page. */
    GET: async (request) => {
      const { ledger, health, config, settingsFacts } = await openHouse();
      const [spending, ready, { pictures }] = await Promise.all([ledger.spending(readDays(request)), health.ready(), settingsFacts()]);
      const rates = { ...config.rates, guesses: config.mostGuesses };
      return Response.json({ ...spending, rates, health: ready, storage: pictures } satisfies Spending);
    },
  },
  { all: "owner" },
);
