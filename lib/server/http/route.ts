/** What every route shares: who may ask, an id for the request, and one way for an error to become an answer. */
import { AppError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { log, tellPath } from "#lib/server/log.ts";
import { meter } from "#lib/server/meter.ts";
import type { Caller } from "#lib/server/people/people.ts";
import { type Span, trace, type Work } from "#lib/server/tracing.ts";
import type { Admit } from "./admit.ts";
import { whereFrom } from "./enter.ts";
import { asAppError, errorResponse } from "./error-response.ts";
import { isOwnHost } from "./host-guard.ts";
import { requireSameOrigin } from "./origin-guard.ts";
import { publicName, publicOrigin } from "./own-name.ts";
import { transportGuards } from "./page-headers.ts";
import { tellRefusal } from "./tell-refusal.ts";

/** Answers of ours are data: never sniffed, framed, run or read by another site. */
const guardHeaders = {
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
  "referrer-policy": "no-referrer",
} as const;

export interface RouteContext<Params> {
  readonly params: Promise<Params>;
}

export type RouteAnswer<Params> = (request: Request, context: RouteContext<Params>) => Promise<Response>;
export type RouteHandler<Params> = (request: Request, params: Params, caller: Caller) => Promise<Response> | Response;
export type ErrorAnswer = (error: AppError, requestId: string) => Response;

/** `answerError` differs only where others' clients expect another error body. */
export function route<Params = Record<string, never>>(
  handler: RouteHandler<Params>,
  admit: Admit,
  answerError: ErrorAnswer = errorResponse,
): RouteAnswer<Params> {
  return async (request, context) => {
    const requestId = newId("req");
    const beganMs = performance.now();
    const response = await trace(workOf(request, requestId), async (span) => tellStatus(span, await answerTo(request, context, requestId)));
    account(request, { requestId, status: response.status, ms: Math.round(performance.now() - beganMs) });
    return response;
  };

  async function answerTo(request: Request, context: RouteContext<Params>, requestId: string): Promise<Response> {
    let caller: Caller | null = null;
    try {
      if (!isOwnHost(request.headers.get("host"), publicName()))
        throw new AppError("host_not_allowed", "Expected this machine's own name for Host");
      requireSameOrigin(request);
      const params = await context.params;
      caller = await admit(request, params);
      return finish(await handler(request, params, caller), requestId);
    } catch (error) {
      const named = nameError(error, request, requestId);
      const { pathname: path } = new URL(request.url);
      const { address } = whereFrom(request);
      tellRefusal(named, { request: requestId, method: request.method, path, person: caller?.person?.id ?? null, address });
      return finish(answerError(named, requestId), requestId);
    }
  }
}

function workOf({ method, url }: Request, requestId: string): Work {
  const path = tellPath(new URL(url).pathname);
  const name = `${method} ${path.replace(/\b[a-z]{3}_[0-9a-z]{10,}/g, "…")}`;
  return { kind: "request", name, facts: { "http.request.method": method, "url.path": path, "pentimento.request": requestId } };
}

function tellStatus(span: Span, response: Response): Response {
  span.tell({ "http.response.status_code": response.status });
  return response;
}

function account({ method, url }: Request, { requestId, status, ms }: { requestId: string; status: number; ms: number }): void {
  const { pathname, searchParams } = new URL(url);
  log.info({ request: requestId, method, path: tellPath(pathname), status, ms }, "request");
  meter.count("pentimento_http_requests_total", { method, status });
  if (!searchParams.has("wait")) meter.time("pentimento_http_request_seconds", ms / 1000, { method });
}

/** Whoever hung up gets no answer, and what broke by it is no fault of ours. */
function nameError(error: unknown, request: Request, requestId: string): AppError {
  if (!request.signal.aborted) return asAppError(error, requestId);
  return new AppError("incomplete_upload", "The connection ended before the answer was ready", { cause: error });
}

function finish(response: Response, requestId: string): Response {
  response.headers.set("x-request-id", requestId);
  for (const [name, value] of Object.entries({ ...guardHeaders, ...transportGuards(publicOrigin()) })) response.headers.set(name, value);
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
  return response;
}
