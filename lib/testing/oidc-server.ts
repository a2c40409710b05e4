/** A real OpenID Connect provider on loopback, whose form answers by itself: whoever is seated signs in and agrees. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type AccountClaims, type ClientMetadata, type Configuration } from "oidc-provider";

/** Who sits before the form, and how the provider says it asked them. */
export interface Seated {
  readonly accountId: string;
  readonly acr?: string;
  readonly amr?: string[];
  readonly ts?: number;
}

export interface OidcService extends Pick<Configuration, "claims" | "acrValues" | "conformIdTokenClaims"> {
  readonly client: Omit<ClientMetadata, "client_id">;
  readonly claimsOf: (accountId: string) => Omit<AccountClaims, "sub">;
  /** Null for somebody who does not agree. */
  readonly seated: () => Seated | null;
}

export interface OidcServer {
  readonly issuer: URL;
  readonly clientId: string;
  /** Apart from the start, because a client is known by an address that may be settled only once the provider's is. */
  serve(service: OidcService): void;
  close(): void;
}

export async function startOidcServer(): Promise<OidcServer> {
  const clientId = "studio";
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return {
    issuer,
    clientId,
    serve({ client, claimsOf, seated, ...more }) {
      const provider = new Provider(issuer.origin, {
        ...more,
        clients: [{ client_id: clientId, ...client }],
        findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId, ...claimsOf(accountId) }) }),
        features: { devInteractions: { enabled: false } },
        interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
        cookies: { keys: ["only for this test"] },
        pkce: { required: () => true },
      });
      const answer = provider.callback();
      server.on("request", async (request, response) => {
        if (!request.url?.startsWith("/interaction/")) return void answer(request, response);
        const { prompt, params, grantId } = await provider.interactionDetails(request, response);
        const who = seated();
        if (who === null) return provider.interactionFinished(request, response, { error: "access_denied" });
        if (prompt.name === "login") return provider.interactionFinished(request, response, { login: { ...who } });
        const known = grantId ? await provider.Grant.find(grantId) : undefined;
        const grant = known ?? new provider.Grant({ accountId: who.accountId, clientId: String(params.client_id) });
        grant.addOIDCScope("openid email profile");
        return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
      });
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
