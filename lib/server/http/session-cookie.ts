/** The one cookie that matters. Behind https it is bound to this very host; without https only this machine itself is served. */
import type { Config } from "#lib/server/config.ts";

type Door = Pick<Config, "publicUrl">;

export const isSecure = ({ publicUrl }: Door) => publicUrl?.protocol === "https:";
const nameOf = (door: Door) => (isSecure(door) ? "__Host-pentimento" : "pentimento");

export function readSessionCookie(request: Pick<Request, "headers">, door: Door): string | null {
  return findCookie(request.headers.get("cookie"), nameOf(door));
}

export function findCookie(header: string | null, name: string): string | null {
  for (const pair of (header ?? "").split(";")) {
    const [key, value] = pair.split("=", 2);
    if (key?.trim() === name && value) return value.trim();
  }
  return null;
}

export function setSessionCookie(response: Response, door: Door, secret: string, expiresAtMs: number): Response {
  response.headers.append("set-cookie", `${nameOf(door)}=${secret}; ${cookieRules(door)}; Expires=${new Date(expiresAtMs).toUTCString()}`);
  return response;
}

export function clearSessionCookie(response: Response, door: Door): Response {
  response.headers.append("set-cookie", `${nameOf(door)}=; ${cookieRules(door)}; Max-Age=0`);
  return response;
}

const lastNameOf = (door: Door) => (isSecure(door) ? "__Host-pentimento-last" : "pentimento-last");
const lastForS = 365 * 24 * 3600;

/** Whose work this browser keeps: the id of whoever came in last, also after they left. */
export function readLastPerson(request: Pick<Request, "headers">, door: Door): string | null {
  return findCookie(request.headers.get("cookie"), lastNameOf(door));
}

export function keepLastPerson(response: Response, door: Door, personId: string): Response {
  response.headers.append("set-cookie", `${lastNameOf(door)}=${personId}; ${cookieRules(door)}; Max-Age=${lastForS}`);
  return response;
}

/** Shared by every cookie that says something about whoever has it. */
export function cookieRules(door: Door): string {
  return `Path=/; HttpOnly; SameSite=Lax${isSecure(door) ? "; Secure" : ""}`;
}
