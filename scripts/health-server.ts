/** The three addresses by which a process without any other is watched. */
import { createServer, type Server } from "node:http";
import type { Health } from "#lib/server/health.ts";

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const json = "application/json; charset=utf-8";

export async function answerHealth(health: Health, path: string): Promise<Answer> {
  if (path === "/healthz") return { status: 200, type: json, body: JSON.stringify({ status: "lives" }) };
  if (path === "/metrics") return { status: 200, type: "text/plain; version=0.0.4; charset=utf-8", body: await health.metrics() };
  if (path !== "/readyz") return { status: 404, type: json, body: "{}" };
  const { isReady, parts } = await health.ready();
  return { status: isReady ? 200 : 503, type: json, body: JSON.stringify(parts) };
}

export function serveHealth(health: Health, { host, port }: { readonly host: string; readonly port: number }): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://worker");
    answerHealth(health, request.method === "GET" ? pathname : "").then(
      ({ status, type, body }) => response.writeHead(status, { "content-type": type, "x-content-type-options": "nosniff" }).end(body),
      () => response.writeHead(503).end(),
    );
  }).listen(port, host);
}
