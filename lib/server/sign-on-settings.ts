/** The provider of the team's own accounts (OpenID Connect), where there is one. */
import { isLoopbackName } from "#lib/loopback.ts";
import { type Role, roles } from "#lib/people-wire.ts";

const names = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME", "OIDC_NEWCOMERS", "OIDC_ACR", "OIDC_AMR"] as const;
type Name = (typeof names)[number];

interface SignOnQuestion {
  readonly text: (name: Name) => string;
  readonly fault: (name: Name, expected: string, received?: string) => void;
}

export interface SignOnSettings {
  readonly issuer: URL;
  readonly clientId: string;
  /** Null for a client that has none and shows by PKCE alone that it is the one that asked. */
  readonly clientSecret: string | null;
  /** What people call the provider. */
  readonly name: string;
  /** What somebody may who comes without an invitation; null: they may not come. */
  readonly newcomers: Role | null;
  /** How the provider has to have asked: one of these classes, one of these methods; empty: as it likes. */
  readonly classes: readonly string[];
  readonly methods: readonly string[];
}

export function readSignOn({ text, fault }: SignOnQuestion): SignOnSettings | null {
  const address = text("OIDC_ISSUER");
  if (address === "") {
    for (const name of names.filter((one) => text(one) !== "")) fault(name, "OIDC_ISSUER beside it; left out, it means nothing");
    return null;
  }
  const issuer = URL.parse(address);
  const isSafe = issuer !== null && (issuer.protocol === "https:" || (issuer.protocol === "http:" && isLoopbackName(issuer.hostname)));
  if (!isSafe || /[?#@]/.test(address)) fault("OIDC_ISSUER", "the https:// address of the provider, as its documents name the issuer");
  const clientId = text("OIDC_CLIENT_ID");
  if (clientId === "") fault("OIDC_CLIENT_ID", "the id the provider gave this studio");
  const written = text("OIDC_NEWCOMERS") || "none";
  const newcomers = roles.find((role) => role === written && role !== "owner") ?? null;
  if (newcomers === null && written !== "none") fault("OIDC_NEWCOMERS", "none, viewer or editor", written);
  if (issuer === null) return null;
  const listed = (name: "OIDC_ACR" | "OIDC_AMR") => text(name).split(/\s+/).filter(Boolean);
  return {
    ...{ issuer, clientId, clientSecret: text("OIDC_CLIENT_SECRET") || null, name: text("OIDC_NAME") || issuer.hostname, newcomers },
    ...{ classes: listed("OIDC_ACR"), methods: listed("OIDC_AMR") },
  };
}
