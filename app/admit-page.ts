/** Who comes, asked by a page before it reads anything. */
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { type Person, peoplePaths } from "#lib/people-wire.ts";
import { readSessionCookie } from "#lib/server/http/session-cookie.ts";
import { openHouse } from "#lib/server/index.ts";

/** Null in one-person mode; whoever is not signed in is sent to where they can be, and comes back to `to`. */
export async function admitPage(to: string): Promise<Person | null> {
  const { people, config } = await openHouse();
  if (!people.asksWho) return null;
  const { person, needsSetUp } = await people.state(readSessionCookie({ headers: await headers() }, config));
  if (person) return person;
  redirect(needsSetUp ? peoplePaths.setUpPage : `${peoplePaths.signInPage}?to=${encodeURIComponent(to)}`);
}
