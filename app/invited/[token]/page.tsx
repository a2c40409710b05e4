/** Invitations of before had their secret in the way; it goes on behind the #, which is not sent. */
import { redirect } from "next/navigation";
import { peoplePaths } from "#lib/people-wire.ts";

export default async function Page({ params }: { readonly params: Promise<{ readonly token: string }> }) {
  redirect(peoplePaths.invitedPage((await params).token));
}
