/** Who comes, asked by a page before it reads anything. */
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { AppError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { peoplePaths } from "#lib/people-wire.ts";
import { readSessionCookie } from "#lib/server/http/session-cookie.ts";
import { tellRefusal } from "#lib/server/http/tell-refusal.ts";
import { openHouse } from "#lib/server/index.ts";

/** Whoever is not signed in is sent to where they can be, and comes back to `to`. */
export async function admitPage(to: string) {
  const { people, config } = await openHouse();
  const secret = readSessionCookie({ headers: await headers() }, config);
  const caller = await people.bySession(secret);
  if (caller?.lacksFactor && to !== peoplePaths.factorPage) redirect(`${peoplePaths.factorPage}?to=${encodeURIComponent(to)}`);
  if (caller) return caller;
  const { needsSetUp } = await people.state(secret);
  redirect(needsSetUp ? peoplePaths.setUpPage : `${peoplePaths.signInPage}?to=${encodeURIComponent(to)}`);
}

/** A page for owners is not there for others. */
export async function admitOwner(to: string) {
  const caller = await admitPage(to);
  if (caller.role === "owner") return caller;
  const refused = new AppError("not_allowed", "Expected an owner");
  tellRefusal(refused, { request: newId("req"), method: "GET", path: to, person: caller.person?.id ?? null, address: "unknown" });
  notFound();
}
