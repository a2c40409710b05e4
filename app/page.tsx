import { cookies } from "next/headers";
import { Desk } from "#components/desk/desk.tsx";
import { mayChange } from "#lib/people-wire.ts";
import { openHouse } from "#lib/server/index.ts";
import { deskPageSize } from "#lib/wire.ts";
import { admitPage } from "./admit-page.ts";

export default async function DeskPage() {
  const { person } = await admitPage("/");
  const { projects, providerState } = await openHouse();
  // Where they cannot be read now, the desk asks again and says what is wrong.
  const recent = { limit: deskPageSize, filter: "recent", ...(person ? { seenBy: person.id } : {}) } as const;
  const first = await projects.list(recent).catch(() => null);
  const wantsSamples = (await cookies()).get("samples")?.value !== "off";
  return <Desk first={first} provider={providerState()} nowMs={Date.now()} wantsSamples={wantsSamples} mayChange={mayChange(person)} />;
}
