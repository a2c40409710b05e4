/** Answers that send a browser elsewhere. */
import { peoplePaths } from "#lib/people-wire.ts";

export function goTo(address: string): Response {
  return new Response(null, { status: 303, headers: { location: address } });
}

/** Back to where one signs in, which says that it did not work. */
export function goToSignIn(to: string): Response {
  return goTo(`${peoplePaths.signInPage}?${new URLSearchParams({ to, refused: "1" })}`);
}
