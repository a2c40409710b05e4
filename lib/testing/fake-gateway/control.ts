/** The fake gateway's own calls, for tests that drive it from another process: GET /__state, POST /__fault, /__script, /__advance, /__clear. */
import { type Answer, jsonAnswer } from "./answer.ts";
import type { FaultOptions } from "./fault-plan.ts";
import { type ApiCallName, type FaultName, faultNames, faultsOf } from "./faults.ts";
import type { GatewayRequest } from "./routes.ts";
import type { Telling } from "./tell-ends.ts";
import type { Script, UpstreamPrediction } from "./upstream.ts";

/** What a test can see and change, from inside the process or from outside. */
export interface Controlled {
  readonly clock: { now(): number; advance(ms: number): void };
  /** In the order they were created. */
  readonly predictions: readonly UpstreamPrediction[];
  /** Every request, control aside. */
  readonly requests: readonly GatewayRequest[];
  /** Every call to an address that must never be followed. */
  readonly followed: readonly string[];
  /** Every call by which it said that a prediction is over. */
  readonly tellings: readonly Telling[];
  /** Every rule of the API that a request has broken. */
  readonly violations: readonly string[];
  fault(call: ApiCallName, name: FaultName, options?: FaultOptions): void;
  clearFaults(): void;
  /** The course of predictions created from now on. */
  setScript(script: Script): void;
}

const calls: readonly ApiCallName[] = ["create", "read", "list", "cancel", "download"];

export function answerControl(gateway: Controlled, method: string, path: string, body: string): Answer | null {
  if (!path.startsWith("/__")) return null;
  if (method === "GET" && path === "/__state") return jsonAnswer(200, describeState(gateway));
  const json = body === "" ? {} : JSON.parse(body);
  switch (path) {
    case "/__fault": {
      const call = calls.find((name) => name === json.call);
      const fault = faultNames.find((name) => name === json.fault);
      if (!call || !fault || !faultsOf(call).includes(fault))
        return jsonAnswer(400, { calls: calls.map((name) => [name, faultsOf(name)]) });
      gateway.fault(call, fault, json);
      return jsonAnswer(200, {});
    }
    case "/__script":
      gateway.setScript(json);
      return jsonAnswer(200, {});
    case "/__advance":
      gateway.clock.advance(Number(json.ms));
      return jsonAnswer(200, { nowMs: gateway.clock.now() });
    case "/__clear":
      gateway.clearFaults();
      return jsonAnswer(200, {});
    default:
      return jsonAnswer(404, {});
  }
}

export interface GatewayState {
  readonly predictions: readonly {
    readonly id: string;
    readonly model: string;
    readonly input: Readonly<Record<string, unknown>>;
    readonly looks: number;
    readonly isCanceled: boolean;
    readonly createdAtMs: number;
  }[];
  readonly requests: readonly {
    readonly call: ApiCallName | null;
    readonly method: string;
    readonly path: string;
    readonly atMs: number;
    readonly fault: FaultName | null;
  }[];
  readonly followed: readonly string[];
  readonly violations: readonly string[];
}

function describeState(gateway: Controlled): GatewayState {
  return {
    predictions: gateway.predictions.map(({ id, entry, input, looks, isCanceled, createdAtMs }) => ({
      id,
      model: entry.id,
      input: Object.fromEntries(Object.entries(input).map(([name, value]) => [name, shorten(value)])),
      looks,
      isCanceled,
      createdAtMs,
    })),
    requests: gateway.requests.map(({ call, method, path, atMs, fault }) => ({ call, method, path, atMs, fault })),
    followed: gateway.followed,
    violations: gateway.violations,
  };
}

function shorten(value: unknown): unknown {
  return typeof value === "string" && value.length > 500 ? `${value.slice(0, 100)}… (${value.length} characters)` : value;
}
