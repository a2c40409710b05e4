/** A failed answer → one error of ours. The only place that knows what a gateway's statuses and sentences mean. */
import type { ErrorCode, FieldFault } from "#lib/errors.ts";
import { ProviderError } from "./provider.ts";
import { type Complaint, isObject, readComplaint } from "./read-complaint.ts";
import { readRetryAfterMs } from "./retry-after.ts";

export type ApiCall = "create" | "read" | "list" | "cancel";

export interface FailedAnswer {
  readonly call: ApiCall;
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly text: string;
  /** Never to be repeated to anybody. */
  readonly secrets: readonly string[];
  readonly nowMs: number;
}

/** refused: it looked and said no. wait: it did not begin and says when to come back. lost: it may have begun. */
interface Verdict {
  readonly kind: "refused" | "wait" | "lost";
  readonly code: ErrorCode;
}

const defaultWaitMs = 10_000;

const outOfCredit = /insufficient[_ ](user[_ ])?(credit|quota|balance|fund)|spend(ing)? limit|余额不足|额度不足/i;
const throttled = /throttled|rate[_ ]limit|too many requests|负载已饱和/i;
const keyRefused =
  /unauthenticated|unauthori[sz]ed|(invalid|incorrect|wrong|expired)[_ ](api[_ ]?)?(key|token)|authentication token|无效的令牌/i;
const modelMissing = /model[_ ]not[_ ]found|no available channel|无可用渠道|version does not exist|invalid version/i;

export function classifyFailure(answer: FailedAnswer): ProviderError {
  const complaint = readComplaint(answer.text, answer.secrets);
  const retryAfterMs = retryAfterOf(answer, complaint);
  return toError(answer.call, judge(answer, complaint), complaint, retryAfterMs, `HTTP status ${answer.status}`);
}

/** A 2xx that is not the prediction it should be: a refusal where it clearly says so, otherwise nobody knows. */
export function classifyOddAnswer(answer: FailedAnswer): ProviderError {
  const complaint = readComplaint(answer.text, answer.secrets);
  const verdict = judgeEnvelope(answer.call, complaint) ?? { kind: "lost", code: "provider_bad_answer" };
  return toError(answer.call, verdict, complaint, retryAfterOf(answer, complaint), "an answer that is no prediction");
}

function judge({ call, status, header }: FailedAnswer, { words }: Complaint): Verdict {
  switch (status) {
    case 401:
      return refused("provider_key_refused");
    case 402:
      return refused("provider_out_of_credit");
    case 403:
      return refused(outOfCredit.test(words) ? "provider_out_of_credit" : "provider_forbidden");
    case 404:
    case 405:
    case 410:
      return refused(call === "create" ? "provider_model_missing" : "prediction_lost");
    case 408:
      return lost;
    case 413:
      return refused("too_large");
    case 429:
      return outOfCredit.test(words) ? refused("provider_out_of_credit") : { kind: "wait", code: "provider_throttled" };
    case 503:
      if (modelMissing.test(words)) return refused("provider_model_missing");
      return header("retry-after") === null ? lost : { kind: "wait", code: "provider_unavailable" };
  }
  if (status >= 500) return lost;
  if (status < 400) return refused("provider_bad_answer");
  return refused(codeInWords(words) ?? "provider_rejected_input");
}

const lost: Verdict = { kind: "lost", code: "provider_unavailable" };
const refused = (code: ErrorCode): Verdict => ({ kind: "refused", code });

function codeInWords(words: string): ErrorCode | null {
  if (outOfCredit.test(words)) return "provider_out_of_credit";
  if (keyRefused.test(words)) return "provider_key_refused";
  return modelMissing.test(words) ? "provider_model_missing" : null;
}

function judgeEnvelope(call: ApiCall, { body, words, faults }: Complaint): Verdict | null {
  if (!isObject(body)) return null;
  const inner = isObject(body.error) ? body.error : {};
  const status = [body.code, body.status_code, body.status, inner.code, inner.param, inner.status]
    .map(Number)
    .find((code) => code >= 400 && code < 600);
  if (status === 429 || throttled.test(words)) return { kind: "wait", code: "provider_throttled" };
  const code = codeInWords(words);
  if (code) return refused(code);
  if (faults.length > 0 || status === 400 || status === 422) return refused("provider_rejected_input");
  if (status === 401) return refused("provider_key_refused");
  if (status === 402) return refused("provider_out_of_credit");
  if (status === 403) return refused("provider_forbidden");
  if (status !== 404) return null;
  return refused(call === "create" ? "provider_model_missing" : "prediction_lost");
}

function retryAfterOf({ header, nowMs }: FailedAnswer, { body, words }: Complaint): number | null {
  return readRetryAfterMs({ header: header("retry-after"), dateHeader: header("date"), body, text: words, nowMs });
}

function toError(
  call: ApiCall,
  { kind, code }: Verdict,
  complaint: Complaint,
  retryAfterMs: number | null,
  received: string,
): ProviderError {
  const waitMs = kind === "wait" ? (retryAfterMs ?? defaultWaitMs) : null;
  const wait = waitMs === null ? {} : { retryAfterMs: waitMs };
  if (call === "create") {
    const started = kind === "refused" ? "refused" : kind === "wait" ? "no" : "maybe";
    const faults = kind === "refused" ? complaint.faults : [];
    const message = sentenceOf("Expected the gateway to take the prediction", received, complaint.sentence);
    return new ProviderError(kind === "lost" ? "answer_lost" : code, message, {
      started,
      transient: kind === "wait",
      ...wait,
      ...withFaults(faults),
    });
  }
  // A look costs nothing: whatever stands in its way (a key, an odd page) may be mended before the deadline.
  const isHopeless = call === "cancel" && kind === "refused" && (code === "provider_rejected_input" || code === "too_large");
  const lookCode =
    code === "provider_rejected_input" || code === "too_large" || code === "provider_model_missing" ? "provider_bad_answer" : code;
  const message = sentenceOf("Expected a prediction from the gateway", received, complaint.sentence);
  return new ProviderError(lookCode, message, { started: "maybe", transient: !isHopeless, ...wait });
}

function withFaults(faults: readonly FieldFault[]): { faults?: readonly FieldFault[] } {
  return faults.length > 0 ? { faults } : {};
}

function sentenceOf(expected: string, received: string, sentence: string): string {
  return `${expected} but received ${received}${sentence === "" ? "" : `: ${sentence}`}`;
}
