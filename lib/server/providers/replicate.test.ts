import { expect } from "vitest";
import { createCatalogue } from "#lib/models/catalogue.ts";
import { startFakeGateway } from "#lib/testing/fake-gateway/fake-gateway.ts";
import { describeProvider } from "./contract.ts";
import { createReplicateProvider } from "./replicate.ts";

describeProvider("replicate", async () => {
  const gateway = await startFakeGateway();
  const provider = createReplicateProvider({ token: gateway.token, baseUrl: gateway.baseUrl, resultHosts: [] });
  return {
    provider,
    entries: createCatalogue().list(),
    async dispose() {
      await provider.close();
      await gateway.close();
      expect([gateway.violations, gateway.followed]).toEqual([[], []]);
    },
  };
});
