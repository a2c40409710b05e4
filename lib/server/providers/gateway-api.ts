/** Calls to the gateway's API with everything that is the same for all of them: key, limits, breaker, throttle, failures in our words. */
import type { Clock } from "#lib/server/clock.ts";
import type { Outbound, OutboundAnswer } from "#lib/server/outbound/outbound.ts";
import { OutboundError } from "#lib/server/outbound/outbound-error.ts";
import { type Breaker, BreakerOpen } from "./breaker.ts";
import { type ApiCall, classifyFailure, type FailedAnswer } from "./classify-failure.ts";
import { ProviderError } from "./provider.ts";
import type { Throttle } from "./throttle.ts";

export interface GatewayApi {
  /** Answers a 2xx, or a status named in `accept`; everything else is thrown as a ProviderError. */
  send(request: ApiRequest, signal: AbortSignal): Promise<ApiAnswer>;
}

export interface ApiRequest {
  readonly call: ApiCall;
  /** Below the base, beginning with "/". */
  readonly path: string;
  readonly body?: string;
  readonly accept?: readonly number[];
}

/** Also what classifyOddAnswer wants to know. */
export type ApiAnswer = FailedAnswer;

export interface GatewayParts {
  readonly token: string;
  readonly baseUrl: string;
  readonly outbound: Outbound;
  readonly breaker: Breaker;
  /** "asks" hears of every throttled call; "looks" only of its own kind: asking too often is no reason to stop looking. */
  readonly throttles: { readonly asks: Throttle; readonly looks: Throttle };
  readonly clock: Pick<Clock, "now">;
  readonly timeoutsMs: Readonly<Record<ApiCall, number>>;
  readonly maxBytes: Readonly<Record<ApiCall, number>>;
}

export function createGatewayApi(parts: GatewayParts): GatewayApi {
  const { token, baseUrl, outbound, breaker, throttles, clock, timeoutsMs, maxBytes } = parts;

  return {
    async send({ call, path, body, accept = [] }, signal) {
      const throttle = call === "create" ? throttles.asks : throttles.looks;
      const remainingMs = throttle.remainingMs();
      if (remainingMs > 0) throw notNow("provider_throttled", "The gateway has asked us to wait", remainingMs);
      const headers = { authorization: `Bearer ${token}`, accept: "application/json", "content-type": "application/json" };
      const { "content-type": _, ...headersWithoutBody } = headers;
      const request =
        call === "create" || call === "cancel"
          ? ({ method: "POST", headers: body === undefined ? headersWithoutBody : headers, body: body ?? "" } as const)
          : ({ method: "GET", headers: headersWithoutBody } as const);
      const limits = { maxBytes: maxBytes[call], timeoutMs: timeoutsMs[call], signal };
      let answer: OutboundAnswer;
      try {
        answer = await breaker.run(() => outbound.call({ ...request, url: `${baseUrl}${path}`, ...limits }));
      } catch (error) {
        throw fromTransport(call, error);
      }
      const facts: ApiAnswer = {
        call,
        status: answer.status,
        header: answer.header,
        text: answer.text,
        secrets: [token],
        nowMs: clock.now(),
      };
      if ((answer.status >= 200 && answer.status < 300) || accept.includes(answer.status)) return facts;
      throw remember(call, classifyFailure(facts));
    },
  };

  function remember(call: ApiCall, failure: ProviderError): ProviderError {
    if (failure.retryAfterMs === undefined) return failure;
    throttles.asks.hold(failure.retryAfterMs);
    if (call !== "create") throttles.looks.hold(failure.retryAfterMs);
    return failure;
  }
}

function notNow(
  code: "provider_throttled" | "provider_unavailable",
  message: string,
  retryAfterMs: number,
  cause?: unknown,
): ProviderError {
  return new ProviderError(code, message, { started: "no", transient: true, retryAfterMs, cause });
}

function fromTransport(call: ApiCall, error: unknown): ProviderError {
  if (error instanceof BreakerOpen) return notNow("provider_unavailable", error.message, error.retryAfterMs, error);
  const failure = error instanceof OutboundError ? error : null;
  const message = failure?.message ?? "The gateway could not be called";
  const isSurelyUnsent = failure?.sent === "no";
  if (call === "create" && !isSurelyUnsent)
    return new ProviderError("answer_lost", message, { started: "maybe", transient: false, cause: error });
  const isOddAnswer = failure?.reason === "too_large" || failure?.reason === "encoding";
  const code = isOddAnswer ? "provider_bad_answer" : "provider_unreachable";
  return new ProviderError(code, message, { started: isSurelyUnsent ? "no" : "maybe", transient: true, cause: error });
}
