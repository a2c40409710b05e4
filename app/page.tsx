import { cookies } from "next/headers";
import { Desk } from "#components/desk/desk.tsx";
import { queryToAsk, readDeskQuery } from "#components/desk/desk-query.ts";
import { mayChange } from "#lib/people-wire.ts";
import { openHouse } from "#lib/server/index.ts";
import { deskPageSize } from "#lib/wire.ts";
import { admitPage } from "./admit-page.ts";

interface DeskPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}

export default async function DeskPage({ searchParams }: DeskPageProps) {
  const { person } = await admitPage("/");
  const { projects, providerState } = await openHouse();
  // Where they cannot be read now, the desk asks again and says what is wrong.
  const { search = "", show = "" } = await searchParams;
  const query = readDeskQuery(String(new URLSearchParams({ search: String(search), show: String(show) })));
  const asked = { limit: deskPageSize, ...queryToAsk(query), ...(person ? { seenBy: person.id } : {}) };
  const first = await projects.list(asked).catch(() => null);
  const wantsSamples = (await cookies()).get("samples")?.value !== "off";
  return (
    <Desk
      query={query}
      first={first}
      provider={providerState()}
      nowMs={Date.now()}
      wantsSamples={wantsSamples}
      mayChange={mayChange(person)}
    />
  );
}
