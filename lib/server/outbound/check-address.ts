/** The first look at an address, before any name is looked up: form, scheme, host list and literal IP addresses. */
import { isIP } from "node:net";
import { OutboundError } from "./outbound-error.ts";
import { isPublicAddress } from "./public-address.ts";

export type AllowedHosts = "public-https" | readonly string[];

export interface CheckedAddress {
  readonly url: URL;
  readonly isTrusted: boolean;
}

export function checkAddress(address: string | URL, hosts: AllowedHosts, trustedOrigins: ReadonlySet<string>): CheckedAddress {
  const url = parse(address);
  if (url.username !== "" || url.password !== "") throw refused("an address without a user name or password");
  if (isHttp(url) && trustedOrigins.has(url.origin)) return { url, isTrusted: true };
  if (url.protocol !== "https:") throw refused("an https address", url.protocol);
  if (hosts !== "public-https" && !hosts.some((pattern) => matchesHost(url.hostname, pattern))) {
    throw refused("an address on an allowed host", url.hostname);
  }
  const literal = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(literal) !== 0 && !isPublicAddress(literal)) throw refused("a public address", literal);
  return { url, isTrusted: false };
}

/** "files.example.com" is that host alone; "*.example.com" is every host below it, but not itself. */
export function matchesHost(hostname: string, pattern: string): boolean {
  return pattern.startsWith("*.") ? hostname.endsWith(pattern.slice(1)) && hostname.length > pattern.length - 1 : hostname === pattern;
}

function isHttp(url: URL): boolean {
  return url.protocol === "https:" || url.protocol === "http:";
}

function parse(address: string | URL): URL {
  try {
    return new URL(address);
  } catch (cause) {
    throw new OutboundError("address", "Expected a complete address", { sent: "no", cause });
  }
}

function refused(expected: string, received?: string): OutboundError {
  const tail = received === undefined ? "" : ` but received "${received.slice(0, 100)}"`;
  return new OutboundError("address", `Expected ${expected}${tail}`, { sent: "no" });
}
