/**
 * One request and its answer's headers on a dispatcher, with the one thing undici does not tell by itself: whether the
 * request had begun to be written when it failed.
 */
import type { Dispatcher } from "undici";
import { trace } from "#lib/server/tracing.ts";
import { OutboundError } from "./outbound-error.ts";

export interface ExchangeRequest {
  readonly dispatcher: Dispatcher;
  readonly method: "GET" | "POST";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly limits: Limits;
}

/** The caller's wish to stop and the time that is left, as one signal. */
export interface Limits {
  readonly signal: AbortSignal;
  readonly callerSignal: AbortSignal;
  readonly timeoutMs: number;
}

export function limitTime(callerSignal: AbortSignal, timeoutMs: number): Limits {
  return { signal: AbortSignal.any([callerSignal, AbortSignal.timeout(timeoutMs)]), callerSignal, timeoutMs };
}

/** Of the address only the host is told: what follows may open a file. */
export function exchange(request: ExchangeRequest): Promise<Dispatcher.ResponseData> {
  const { method, url } = request;
  const facts = { "http.request.method": method, "server.address": url.hostname };
  return trace({ kind: "upstream request", name: method, facts }, async (span) => {
    const answer = await ask(request);
    span.tell({ "http.response.status_code": answer.statusCode });
    return answer;
  });
}

async function ask({ dispatcher, method, url, headers, body, limits }: ExchangeRequest): Promise<Dispatcher.ResponseData> {
  const { signal } = limits;
  let isSent = false;
  const marked = dispatcher.compose((dispatch) => (options, handler) => {
    const onRequestStart: Dispatcher.DispatchHandler["onRequestStart"] = (controller, context) => {
      // Aborted while connecting: the handler stops the request here, before its first byte.
      if (!signal.aborted) isSent = true;
      handler.onRequestStart?.(controller, context);
    };
    return dispatch(options, {
      onRequestStart,
      onResponseStart: (...given) => handler.onResponseStart?.(...given),
      onResponseData: (...given) => handler.onResponseData?.(...given),
      onResponseEnd: (...given) => handler.onResponseEnd?.(...given),
      onResponseError: (...given) => handler.onResponseError?.(...given),
    });
  });
  const stopped = Promise.withResolvers<never>();
  const stop = () => stopped.reject(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  try {
    signal.throwIfAborted();
    const request = marked.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method,
      headers: { ...headers, "accept-encoding": "identity" },
      body: body ?? null,
      signal,
    });
    // undici hears an abort only once it is connected; we do not wait for that.
    request.then(
      ({ body: late }) => signal.aborted && late.on("error", () => undefined).destroy(),
      () => undefined,
    );
    return await Promise.race([request, stopped.promise]);
  } catch (error) {
    throw toOutboundError(error, limits, isSent ? "maybe" : "no");
  } finally {
    signal.removeEventListener("abort", stop);
    stopped.promise.catch(() => undefined);
  }
}

export function toOutboundError(error: unknown, { signal, callerSignal, timeoutMs }: Limits, sent: "no" | "maybe"): OutboundError {
  if (error instanceof OutboundError) return error;
  if (callerSignal.aborted) return new OutboundError("aborted", "The call was given up", { sent, cause: error });
  if (signal.aborted) return new OutboundError("timeout", `Expected an answer within ${timeoutMs} ms`, { sent, cause: error });
  if (sent === "no") return new OutboundError("connect", "Expected a connection but none came about", { sent, cause: error });
  return new OutboundError("broken", "Expected a whole answer but the connection broke", { sent, cause: error });
}
