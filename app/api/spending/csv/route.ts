import { routes } from "#lib/server/gate.ts";
import { readDays } from "#lib/server/http/read-query.ts";
import { sendArchive } from "#lib/server/http/send-archive.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  {
    GET: async (request) => {
      const { ledger } = await openHouse();
      const table = { name: "spending.csv", body: ledger.csv(readDays(request)) };
      return sendArchive(request, table, { contentType: "text/csv; charset=utf-8", name: undefined });
    },
  },
  { all: "owner" },
);
