import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import type { Health } from "#lib/server/health.ts";
import { serveHealth } from "./health-server.ts";

const parts = { database: "works", pictures: "does not answer", process: "works" } as const;

it("answers who watches, and nobody else", async () => {
  const health: Health = { ready: async () => ({ isReady: false, parts }), metrics: async () => "x 1\n", end: () => undefined };
  const server = serveHealth(health, { host: "127.0.0.1", port: 0 });
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const ask = async (path: string, method = "GET") => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method });
    return [answer.status, await answer.text()];
  };
  expect(await ask("/healthz")).toEqual([200, '{"status":"lives"}']);
  expect(await ask("/readyz")).toEqual([503, JSON.stringify(parts)]);
  expect(await ask("/metrics")).toEqual([200, "x 1\n"]);
  expect(await ask("/")).toEqual([404, "{}"]);
  expect(await ask("/metrics", "POST")).toEqual([404, "{}"]);
  server.close();
  server.closeAllConnections();
});
