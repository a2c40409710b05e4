/**
 * A gateway of Replicate's shape for tests: a real HTTP server that answers as tersely as the documents, checks what it is
 * sent as strictly as the published schemas, lets its outputs expire by its own clock, and fails in every way we know of.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createCatalogue } from "#lib/models/catalogue.ts";
import type { ModelEntry } from "#lib/models/model.ts";
import type { Answer } from "./answer.ts";
import type { WebhookStance } from "./check-request.ts";
import { answerControl, type Controlled } from "./control.ts";
import { createFaultPlan } from "./fault-plan.ts";
import { applyFault, type FaultSite, isAnswerNeeded, isLineFault } from "./faults.ts";
import type { Paint } from "./paint.ts";
import { playOnLine } from "./play-on-line.ts";
import { presentSeen } from "./present.ts";
import { answerRequest, type Desk, type GatewayRequest, readCall } from "./routes.ts";
import { createEndTeller } from "./tell-ends.ts";
import { createUpstream, newUpstreamId, type Script } from "./upstream.ts";

export interface FakeGatewayOptions {
  readonly token?: string;
  readonly models?: readonly ModelEntry[];
  /** false = everything Replicate itself tells; by default only what the gateways' documents show. */
  readonly isTerse?: boolean;
  /** The course of every prediction. */
  readonly script?: Script;
  readonly paint?: Paint;
  readonly port?: number;
  /** HTTP status of a good create: 200, 201 or 202. */
  readonly createdStatus?: number;
  /** What it does about an address for the end of a prediction. */
  readonly webhooks?: WebhookStance;
}

export interface FakeGateway extends Controlled {
  readonly origin: string;
  /** Ends with /replicate/v1. */
  readonly baseUrl: string;
  readonly token: string;
  /** All that it would ask to be paid for, in millionths of a dollar. */
  billedMicros(): number;
  close(): Promise<void>;
}

export async function startFakeGateway(options: FakeGatewayOptions = {}): Promise<FakeGateway> {
  const {
    token = "r8_fake-gateway-token",
    models = createCatalogue().list(),
    isTerse = true,
    port = 0,
    createdStatus = 201,
    webhooks = "taken",
  } = options;
  let aheadMs = 0;
  const clock = {
    now: () => Date.now() + aheadMs,
    advance(ms: number) {
      aheadMs += ms;
      teller.catchUp();
    },
  };
  const followed: string[] = [];
  const violations: string[] = [];
  const requests: GatewayRequest[] = [];
  const plan = createFaultPlan();
  const upstream = createUpstream({ now: clock.now, paint: options.paint, ended: (prediction) => teller.end(prediction) });
  const settings = { script: options.script ?? {} };

  const canary = createServer((request, response) => {
    followed.push(`${request.method} ${request.url}`);
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  const canaryOrigin = await listen(canary, 0);

  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : new Error(String(error))));
  });
  const origin = await listen(server, port);
  const places = { origin, canaryOrigin };
  const teller = createEndTeller({
    upstream,
    present: (prediction) => presentSeen(upstream, prediction, upstream.see(prediction, false), isTerse, places),
  });
  const desk: Desk = {
    token,
    models: new Map(models.map((model) => [model.id, model])),
    isTerse,
    createdStatus,
    upstream,
    places,
    webhooks,
    teller,
    violations,
    script: () => settings.script,
    nowMs: clock.now,
  };

  const gateway: FakeGateway = {
    origin,
    baseUrl: `${origin}/replicate/v1`,
    token,
    clock,
    predictions: upstream.predictions,
    requests,
    followed,
    tellings: teller.tellings,
    violations,
    billedMicros: () => upstream.predictions.reduce((sum, prediction) => sum + upstream.bill(prediction), 0),
    fault: plan.add,
    clearFaults: plan.clear,
    setScript(script) {
      settings.script = script;
    },
    async close() {
      await teller.close();
      await Promise.all([stop(server), stop(canary)]);
    },
  };
  return gateway;

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readAll(request);
    const path = request.url ?? "/";
    const control = answerControl(gateway, request.method ?? "GET", path, body);
    if (control) return send(response, control);

    const call = readCall(request.method ?? "GET", path);
    const planned = call ? plan.take(call) : null;
    const seen: GatewayRequest = {
      call,
      method: request.method ?? "GET",
      path,
      headers: request.headers,
      body,
      atMs: clock.now(),
      fault: planned?.name ?? null,
    };
    requests.push(seen);
    if (!planned) return send(response, await answerRequest(desk, seen));

    const isDone = planned.accepted || call !== "create" || isAnswerNeeded(planned.name);
    const answer = isDone ? await answerRequest(desk, seen, planned.name) : madeUp();
    if (isLineFault(planned.name)) return playOnLine(planned.name, response, answer);
    const site: FaultSite = {
      nowMs: clock.now(),
      canaryOrigin,
      otherId: upstream.predictions[0]?.id ?? newUpstreamId(),
      waitS: planned.waitS,
    };
    send(response, applyFault(planned.name, answer, site));
  }

  function send(response: ServerResponse, { status, headers, body }: Answer): void {
    response.writeHead(status, { date: new Date(clock.now()).toUTCString(), ...headers, "content-length": body.length }).end(body);
  }
}

function madeUp(): Answer {
  return { status: 201, headers: {}, body: Buffer.from(JSON.stringify({ id: newUpstreamId(), status: "starting" })) };
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === "object" && address ? address.port : port}`);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
