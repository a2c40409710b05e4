/**
 * Asks an S3 service until there is an answer that means something. Everything asked here may be asked twice without harm
 * (the same key always gets the same bytes), so what got lost on the way is asked again, a few times and not for long;
 * what was refused is not, but for a clock that goes wrong.
 */
import type { IncomingMessage } from "node:http";
import { type AppError, isAppError } from "#lib/errors.ts";
import { type Clock, systemClock } from "#lib/server/clock.ts";
import { meter } from "#lib/server/meter.ts";
import { trace } from "#lib/server/tracing.ts";
import { isPassing, readErrorCode, readText, refused, unavailable } from "./s3-answers.ts";
import { createSender, type S3Place, type S3Request } from "./send-signed.ts";

export interface S3Client {
  /** Resolves for a 2xx and for the statuses in `also`; the answer's body must be read or destroyed. */
  ask(request: S3Request, also?: readonly number[]): Promise<S3Answer>;
  /** The whole body as text. */
  askText(request: S3Request, maxBytes: number): Promise<string>;
  close(): void;
}

export interface S3Answer {
  readonly status: number;
  readonly message: IncomingMessage;
  /** Of an answer that is no 2xx; empty where the service gave none. */
  readonly errorCode: string;
}

/** Why there was no answer that could be used, where asking again may help. */
interface Passing {
  readonly passing: AppError;
}

export interface S3Patience {
  readonly attempts: number;
  readonly firstDelayMs: number;
  /** No other attempt begins after so long. */
  readonly patienceMs: number;
  readonly silenceMs: number;
}

const usualPatience: S3Patience = { attempts: 4, firstDelayMs: 150, patienceMs: 15_000, silenceMs: 10_000 };

export function createS3Client(place: S3Place, patience = usualPatience, clock: Clock = systemClock): S3Client {
  const sender = createSender(place, patience.silenceMs);
  let skewMs = 0;

  function send(request: S3Request): Promise<IncomingMessage> {
    const { method } = request;
    return trace({ kind: "bucket request", name: method, facts: { "http.request.method": method } }, async (span) => {
      const message = await sender.send(request, skewMs);
      span.tell({ "http.response.status_code": message.statusCode ?? 0 });
      return message;
    });
  }

  async function attempt(request: S3Request, also: readonly number[]): Promise<S3Answer | Passing> {
    let message: IncomingMessage;
    try {
      message = await send(request);
    } catch (error) {
      if (isAppError(error)) throw error;
      meter.count("pentimento_bucket_requests_total", { method: request.method, status: "none" });
      return { passing: unavailable(request, reasonOf(error), error) };
    }
    // What breaks off when nobody reads it any more must not end the process.
    message.on("error", () => undefined);
    const { statusCode: status = 0 } = message;
    meter.count("pentimento_bucket_requests_total", { method: request.method, status });
    if (status >= 200 && status < 300) return { status, message, errorCode: "" };
    const errorCode = await readErrorCode(message);
    if (isPassing(status)) return { passing: unavailable(request, `it answered ${status} ${errorCode}`.trim()) };
    if (also.includes(status) && errorCode !== "NoSuchBucket") return { status, message, errorCode };
    if (errorCode === "RequestTimeTooSkewed" && setClock(message)) return { passing: refused(place, request, message, errorCode) };
    throw refused(place, request, message, errorCode);
  }

  /** False where the service's clock is already known: then something else is wrong. */
  function setClock({ headers }: IncomingMessage): boolean {
    const theirsMs = Date.parse(headers.date ?? "");
    const foundMs = theirsMs - clock.now();
    if (Number.isNaN(foundMs) || Math.abs(foundMs - skewMs) < 60_000) return false;
    skewMs = foundMs;
    return true;
  }

  async function ask(request: S3Request, also: readonly number[] = []): Promise<S3Answer> {
    const untilMs = clock.now() + patience.patienceMs;
    for (let count = 1; ; count += 1) {
      const found = await attempt(request, also);
      if (!("passing" in found)) return found;
      const delayMs = patience.firstDelayMs * 3 ** (count - 1) * (0.5 + Math.random());
      if (count >= patience.attempts || clock.now() + delayMs > untilMs) throw found.passing;
      await clock.sleep(delayMs);
    }
  }

  return {
    ask,
    async askText(request, maxBytes) {
      for (let count = 1; ; count += 1) {
        const { message } = await ask(request);
        try {
          return await readText(message, maxBytes);
        } catch (error) {
          if (count >= patience.attempts) throw unavailable(request, reasonOf(error), error);
        }
      }
    },
    close: sender.close,
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "there was no answer";
  const code = "code" in error ? String(error.code) : "";
  return `there was no answer (${code || error.message})`;
}
