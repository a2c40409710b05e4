/** What the fake gateway answers when nothing is wrong with it. */
import type { IncomingHttpHeaders } from "node:http";
import type { FieldFault } from "#lib/errors.ts";
import type { ModelEntry } from "#lib/models/model.ts";
import { type Answer, jsonAnswer, problem } from "./answer.ts";
import { checkRequest, type WebhookStance } from "./check-request.ts";
import type { ApiCallName, FaultName } from "./faults.ts";
import { type Places, presentCreated, presentSeen } from "./present.ts";
import type { EndTeller } from "./tell-ends.ts";
import { countOutputs, type Script, type Upstream, type UpstreamPrediction } from "./upstream.ts";

export interface GatewayRequest {
  /** null where no call of the API has this address. */
  readonly call: ApiCallName | null;
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly atMs: number;
  readonly fault: FaultName | null;
}

/** Everything an answer is made from. */
export interface Desk {
  readonly token: string;
  readonly models: ReadonlyMap<string, ModelEntry>;
  readonly isTerse: boolean;
  readonly createdStatus: number;
  readonly webhooks: WebhookStance;
  readonly teller: EndTeller;
  readonly upstream: Upstream;
  readonly places: Places;
  readonly violations: string[];
  readonly script: () => Script;
  readonly nowMs: () => number;
}

const root = "/replicate/v1";
const addresses: readonly (readonly [ApiCallName, method: string, RegExp])[] = [
  ["create", "POST", new RegExp(`^${root}/models/([^/]+/[^/]+)/predictions$`)],
  ["read", "GET", new RegExp(`^${root}/predictions/([^/]+)$`)],
  ["cancel", "POST", new RegExp(`^${root}/predictions/([^/]+)/cancel$`)],
  ["list", "GET", new RegExp(`^${root}/predictions$`)],
  ["download", "GET", /^\/files\/([^/]+\/out-\d+)\.\w+$/],
];

export function readCall(method: string, path: string): ApiCallName | null {
  return addresses.find(([, wanted, pattern]) => wanted === method && pattern.test(path))?.[0] ?? null;
}

export async function answerRequest(desk: Desk, request: GatewayRequest, fault: FaultName | null = null): Promise<Answer> {
  const { call, path, headers, method } = request;
  if (call === null)
    return violate(desk, `${method} ${path} is no call of this API`, problem(404, "The requested resource could not be found."));
  const subject = decodeURIComponent(addresses.find(([name]) => name === call)?.[2].exec(path)?.[1] ?? "");
  if (call === "download") return answerFile(desk, subject, headers);
  if (headers.authorization !== `Bearer ${desk.token}`) {
    const refusal = problem(401, "You did not pass a valid authentication token", { title: "Unauthenticated" });
    return violate(desk, `${method} ${path} without the right bearer token`, refusal);
  }
  if (call === "create") return answerCreate(desk, subject, request.body);
  if (call === "list") return answerList(desk);
  const prediction = desk.upstream.find(subject);
  if (!prediction) return problem(404, "The requested resource could not be found.");
  if (call === "cancel") {
    if (fault === "late-result") return jsonAnswer(200, { id: prediction.id, status: "canceled" });
    desk.upstream.see(prediction, false);
    desk.upstream.cancel(prediction);
  }
  return jsonAnswer(200, await see(desk, prediction, call === "read"));
}

function see(desk: Desk, prediction: UpstreamPrediction, isLook: boolean): Promise<Record<string, unknown>> {
  return presentSeen(desk.upstream, prediction, desk.upstream.see(prediction, isLook), desk.isTerse, desk.places);
}

async function answerCreate(desk: Desk, modelId: string, body: string): Promise<Answer> {
  const entry = desk.models.get(modelId);
  if (!entry) return violate(desk, `create for the unknown model ${modelId}`, problem(404, "The requested resource could not be found."));
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return violate(desk, "create with a body that is no JSON", problem(400, "Failed to parse request body as JSON: EOF"));
  }
  if (desk.webhooks === "refused" && Object.hasOwn(Object(json), "webhook")) return problem(400, "Bad request");
  const faults = checkRequest(entry, json, desk.webhooks);
  if (faults.length > 0) return violate(desk, `create for ${modelId}: ${faults.map(({ message }) => message).join("; ")}`, invalid(faults));
  const { input, webhook = null } = Object(json);
  const prediction = desk.upstream.create(entry, input, desk.script(), webhook);
  await desk.teller.begin(prediction);
  return jsonAnswer(desk.createdStatus, presentCreated(prediction, desk.isTerse, desk.places));
}

async function answerList(desk: Desk): Promise<Answer> {
  const newestFirst = desk.upstream.predictions.toReversed().slice(0, 100);
  const seen = newestFirst.map(async (prediction) => {
    const sight = desk.upstream.see(prediction, false);
    return { ...(await presentSeen(desk.upstream, prediction, sight, false, desk.places)), output: undefined, logs: undefined };
  });
  const results = await Promise.all(seen);
  return jsonAnswer(200, { next: null, previous: null, results });
}

async function answerFile({ upstream, violations }: Desk, subject: string, headers: IncomingHttpHeaders): Promise<Answer> {
  if (headers.authorization !== undefined) violations.push("a result was fetched with the key");
  const [id = "", name = ""] = subject.split("/");
  const prediction = upstream.find(id);
  const index = Number(name.slice("out-".length));
  if (!prediction || index >= countOutputs(prediction)) return problem(404, "Not found");
  const { isExpired } = upstream.see(prediction, false);
  if (isExpired) return problem(410, "This file has been removed");
  const { bytes, mime } = await upstream.paint(prediction, index);
  return { status: 200, headers: { "content-type": mime }, body: bytes };
}

function invalid(faults: readonly FieldFault[]): Answer {
  const types: Readonly<Record<string, string>> = { unknown: "additional_property_not_allowed", type: "invalid_type" };
  return problem(422, faults.map(({ field, message }) => `- input.${field}: ${message}\n`).join(""), {
    title: "Input validation failed",
    invalid_fields: faults.map(({ field, rule, message }) => ({
      type: types[rule] ?? rule,
      field: `input.${field}`,
      description: message,
    })),
  });
}

function violate({ violations }: Desk, what: string, answer: Answer): Answer {
  violations.push(what);
  return answer;
}
