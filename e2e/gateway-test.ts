/** The journeys' own `test` in a studio whose runs go to a gateway of its own. */
import { type FakeGateway, type FakeGatewayOptions, startFakeGateway } from "#lib/testing/fake-gateway/fake-gateway.ts";
import { test } from "./test.ts";

export function testWithGateway(options: FakeGatewayOptions) {
  return test.extend<object, { readonly gateway: FakeGateway }>({
    gateway: [
      async ({ browserName: _browser }, use) => {
        const gateway = await startFakeGateway(options);
        await use(gateway);
        await gateway.close();
      },
      { scope: "worker" },
    ],
    environment: [
      async ({ gateway }, use) => {
        await use({ REPLICATE_API_TOKEN: gateway.token, REPLICATE_BASE_URL: gateway.baseUrl });
      },
      { scope: "worker" },
    ],
  });
}
