/** Where a caller of the facade reached us. */
import { publicName, publicOrigin } from "./own-name.ts";

/** Host has been checked by the route; this server itself speaks http only, what stands before it may not. */
export function originOf(request: Request): string {
  const host = request.headers.get("host");
  const origin = publicOrigin();
  if (origin !== null && host?.toLowerCase() === publicName()) return origin;
  return `http://${host}`;
}
