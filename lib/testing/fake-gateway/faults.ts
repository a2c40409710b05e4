/** Every fault the fake gateway can play, by name, sorted by what it does to an answer. */
import { gzipSync } from "node:zlib";
import { type Answer, htmlAnswer, jsonAnswer, problem } from "./answer.ts";

export type ApiCallName = "create" | "read" | "list" | "cancel" | "download";

/** What a fault may know about the moment it is played in. */
export interface FaultSite {
  readonly nowMs: number;
  readonly canaryOrigin: string;
  /** Of an earlier prediction, if there is one. */
  readonly otherId: string;
  /** Seconds that a throttle names. */
  readonly waitS: number;
}

/** Faults of the line itself: play-on-line.ts knows how. */
export const lineFaults = [
  "no-answer",
  "reset-before-headers",
  "reset-in-headers",
  "reset-after-headers",
  "reset-mid-body",
  "truncated-length",
  "endless-chunks",
  "slow-headers",
  "slow-body",
  "huge-body",
] as const;
export type LineFault = (typeof lineFaults)[number];

const date = (ms: number) => new Date(ms).toUTCString();
const throttle = "Request was throttled.";
/** 192 MB of nothing in 200 kB; made when it is first needed. */
let bomb: Buffer | null = null;
function gzipBomb(): Buffer {
  if (bomb === null) {
    const part = gzipSync(Buffer.alloc(16 * 1024 * 1024));
    bomb = Buffer.concat(Array.from({ length: 12 }, () => part));
  }
  return bomb;
}

/** Faults that put another answer in its place. */
const replacements = {
  "status-400": () => problem(400, "Failed to parse request body as JSON: EOF"),
  "status-401": () => problem(401, "You did not pass a valid authentication token", { title: "Unauthenticated" }),
  "status-402": () =>
    problem(402, "You have insufficient credit to run this model. Go to https://billing.example.com/?key=r8_canarycanary to buy credit."),
  "status-403": () => jsonAnswer(403, { error: { message: "insufficient quota", code: "insufficient_user_quota", type: "one_api_error" } }),
  "status-404": () => problem(404, "The requested resource could not be found."),
  "status-405": () => problem(405, "Method not allowed"),
  "status-409": () => problem(409, "Conflict"),
  "status-413": () => problem(413, "Request entity too large"),
  "status-422": () =>
    problem(422, "- input.prompt: prompt is too odd\n", {
      title: "Input validation failed",
      invalid_fields: [{ type: "enum", field: "input.prompt", description: "prompt is too odd" }],
    }),
  "throttled-seconds": ({ waitS }) => jsonAnswer(429, { detail: throttle, status: 429 }, { "retry-after": String(waitS) }),
  "throttled-date": ({ nowMs, waitS }) => jsonAnswer(429, { detail: throttle }, { "retry-after": date(nowMs + waitS * 1000) }),
  "throttled-text": ({ waitS }) => jsonAnswer(429, { detail: `${throttle} Your rate limit resets in ~${waitS}s.` }),
  "throttled-body": ({ waitS }) => jsonAnswer(429, { detail: throttle, status: 429, retry_after: waitS }),
  "throttled-absurd": () => jsonAnswer(429, { detail: throttle }, { "retry-after": "99999999999" }),
  "throttled-silent": () => ({ status: 429, headers: {}, body: Buffer.alloc(0) }),
  "status-500": () =>
    jsonAnswer(500, { error: { message: "bad response status code 500", type: "upstream_error", code: "bad_response_status_code" } }),
  "html-502": () => htmlAnswer(502),
  "status-503": () => problem(503, "Service unavailable"),
  "busy-503": ({ waitS }) => jsonAnswer(503, { detail: "Service unavailable" }, { "retry-after": String(waitS) }),
  "status-504": () => htmlAnswer(504),
  "html-200": () => htmlAnswer(200),
  "garbage-json": () => ({ status: 200, headers: { "content-type": "application/json" }, body: Buffer.from('{"id": "x1", "status') }),
  "refusal-200": () => jsonAnswer(200, { code: 401, msg: "invalid api key" }),
  "envelope-200": () => jsonAnswer(200, { code: 50001, msg: "something went wrong" }),
  "gzip-bomb": () => ({
    status: 200,
    headers: { "content-type": "application/json", "content-encoding": "gzip" },
    body: gzipBomb(),
  }),
  "redirect-private": ({ canaryOrigin }) => ({ status: 307, headers: { location: `${canaryOrigin}/private` }, body: Buffer.alloc(0) }),
} as const satisfies Record<string, (site: FaultSite) => Answer>;

type Json = Readonly<Record<string, unknown>>;

/** Faults in what a good answer says. */
const edits = {
  "output-string": (json) => ({ ...json, status: "succeeded", output: "not an address" }),
  "output-array": (json) => ({ ...json, status: "succeeded", output: [null, 5, [], {}] }),
  "output-object": (json) => ({ ...json, status: "succeeded", output: { answer: 42 } }),
  "output-data-uri": (json) => ({ ...json, status: "succeeded", output: "data:image/png;base64,%%%" }),
  "output-null": (json) => ({ ...json, status: "succeeded", output: null }),
  "output-4000": (json, { canaryOrigin }) => ({
    ...json,
    status: "succeeded",
    output: Array.from({ length: 4000 }, (_, index) => `${canaryOrigin}/${index}.png`),
  }),
  "output-private": (json, { canaryOrigin }) => ({
    ...json,
    status: "succeeded",
    output: [`${canaryOrigin}/a.png`, "https://169.254.169.254/"],
  }),
  "wrong-types": () => ({ id: { x: 1 }, status: 7, output: 5, logs: [], error: {} }),
  "no-id": ({ id: _, ...json }) => ({ ...json, status: 5 }),
  "duplicate-id": (json, { otherId }) => ({ ...json, id: otherId }),
  "unknown-id": (json) => ({ ...json, id: "zzzzzzzzzzzzzzzzzzzzzzzzzz" }),
  "unknown-status": (json) => ({ ...json, status: "waiting_for_moonlight", output: null }),
  "status-backwards": (json) => ({ ...json, status: "starting", output: null }),
  "loud-status": (json) => ({ ...json, status: String(json.status).toUpperCase().replace("SUCCEEDED", "SUCCESS") }),
} as const satisfies Record<string, (json: Json, site: FaultSite) => Json>;

/** Faults in the headers or bytes of a good answer. */
const wrappings = {
  "wrong-content-type": (answer) => ({ ...answer, headers: { ...answer.headers, "content-type": "text/plain; charset=klingon" } }),
  "no-content-type": ({ status, body }) => ({ status, headers: {}, body }),
  "clock-off": (answer, { nowMs }) => ({ ...answer, headers: { ...answer.headers, date: date(nowMs + 3_600_000) } }),
  "no-picture": (answer) => ({ ...answer, body: Buffer.from("this is no picture") }),
} as const satisfies Record<string, (answer: Answer, site: FaultSite) => Answer>;

/** Faults in what the gateway does, not in how it says it. */
export const courseFaults = ["late-result"] as const;

export type FaultName = LineFault | keyof typeof replacements | keyof typeof edits | keyof typeof wrappings | (typeof courseFaults)[number];

export const faultNames: readonly FaultName[] = [
  ...lineFaults,
  ...keysOf(replacements),
  ...keysOf(edits),
  ...keysOf(wrappings),
  ...courseFaults,
];

/** Which faults make sense for a call: files have no JSON to be edited, and only a cancel can be overtaken. */
export function faultsOf(call: ApiCallName): readonly FaultName[] {
  return faultNames.filter((name) => {
    if (name === "no-picture") return call === "download";
    if (name === "late-result") return call === "cancel";
    return !(name in edits) || (call !== "download" && call !== "list");
  });
}

/** Does the gateway do its work before it fails to say so well? */
export function isAnswerNeeded(name: FaultName): boolean {
  return name in edits || name in wrappings || name === "late-result";
}

export function applyFault(name: FaultName, answer: Answer, site: FaultSite): Answer {
  if (isKeyOf(replacements, name)) return replacements[name](site);
  if (isKeyOf(wrappings, name)) return wrappings[name](answer, site);
  if (!isKeyOf(edits, name) || answer.status >= 300) return answer;
  const json: Json = JSON.parse(answer.body.toString("utf8"));
  return jsonAnswer(answer.status, edits[name](json, site), answer.headers);
}

export function isLineFault(name: FaultName): name is LineFault {
  return (lineFaults as readonly FaultName[]).includes(name);
}

function isKeyOf<Table extends object>(table: Table, name: PropertyKey): name is keyof Table {
  return Object.hasOwn(table, name);
}

function keysOf<Table extends object>(table: Table): readonly (keyof Table)[] {
  return Object.keys(table).filter((name) => isKeyOf(table, name));
}
