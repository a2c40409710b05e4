import { type ClientError, connectionLost } from "./client-error.ts";

export interface JsonRequest {
  readonly method?: "GET" | "POST" | "PATCH" | "DELETE";
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** It asks for something that is paid for. */
  readonly mayCost?: boolean;
}

/** Answers the typed body, throws ClientError; an abort leaves as the signal's own reason. */
export async function fetchJson<Body>(path: string, request: JsonRequest = {}): Promise<Body> {
  const response = await ask(path, request);
  if (response.status === 204) return undefined as Body;
  const body = await readJson(response, request.signal);
  if (!response.ok) throw await readRefusal(response.status, body);
  if (body === undefined) throw connectionLost(undefined, request.mayCost);
  return body as Body;
}

/** What reads a refusal: it comes with the first one, or ahead of it. */
export const refusals = { load: () => import("./read-client-error.ts") };

/** Where the reader cannot come the line to the server is gone. */
async function readRefusal(status: number, body: unknown): Promise<ClientError> {
  const reader = await refusals.load().catch(connectionLost);
  return "readClientError" in reader ? reader.readClientError(status, body) : reader;
}

async function ask(path: string, request: JsonRequest): Promise<Response> {
  const { method = "GET", body, headers, signal } = request;
  try {
    return await fetch(path, {
      method,
      // What changes something is seen before it is sent: it goes out even when the page is left at that moment.
      keepalive: method === "PATCH" || method === "DELETE",
      headers: { accept: "application/json", ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw connectionLost(error, request.mayCost);
  }
}

async function readJson(response: Response, signal?: AbortSignal): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    signal?.throwIfAborted();
    return undefined;
  }
}
