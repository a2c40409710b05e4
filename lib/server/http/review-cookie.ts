/** By which a browser shows that it came by a review link: one for each link, sent to the addresses below it alone. */
import type { Config } from "#lib/server/config.ts";
import { paths } from "#lib/wire.ts";
import { findCookie, isSecure } from "./session-cookie.ts";

type Door = Pick<Config, "publicUrl">;

const nameOf = (door: Door) => (isSecure(door) ? "__Secure-pentimento-review" : "pentimento-review");

/** Until the browser is closed: whoever has the link's address opens it again. */
export function keepLink(
  response: Response,
  door: Door,
  { shareId, token }: { readonly shareId: string; readonly token: string },
): Response {
  const rules = `Path=${paths.review(shareId)}; HttpOnly; SameSite=Strict${isSecure(door) ? "; Secure" : ""}`;
  response.headers.append("set-cookie", `${nameOf(door)}=${token}; ${rules}`);
  return response;
}

/** Opens nothing where there is none. */
export function readLink(request: Pick<Request, "headers">, door: Door): string {
  return findCookie(request.headers.get("cookie"), nameOf(door)) ?? "";
}
