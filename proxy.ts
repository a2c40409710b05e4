/**
 * Stands before pages only: the API and the facade guard themselves, and bodies must never pass through here (the
 * framework cuts them at about ten megabytes). No sign-in is decided here.
 */
import { type NextRequest, NextResponse } from "next/server";
import { isOwnHost } from "#lib/server/http/host-guard.ts";
import { publicName, publicOrigin } from "#lib/server/http/own-name.ts";
import { contentSecurityPolicy, pageGuards, transportGuards } from "#lib/server/http/page-headers.ts";

export function proxy(request: NextRequest): NextResponse {
  if (!isOwnHost(request.headers.get("host"), publicName()))
    return new NextResponse("Expected this machine's own name for Host", { status: 403 });
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  // The framework reads the nonce for its own scripts from here.
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of Object.entries({ ...pageGuards, ...transportGuards(publicOrigin()) })) response.headers.set(name, value);
  return response;
}

export const config = {
  matcher: ["/((?!api/|replicate/|_next/static/|_next/image|icon\\.svg|favicon\\.ico|samples/|(?:healthz|readyz|metrics)$).*)"],
};
