/**
 * Tells a collector (OpenTelemetry, OTLP over HTTP) what took how long. Loaded only where one is named. It is never made the
 * process's own provider: the framework would tell it whole addresses, and some of those open something.
 */
import { createHash } from "node:crypto";
import { type Attributes, ROOT_CONTEXT, type Span as SdkSpan, SpanStatusCode, TraceFlags, trace } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, type IdGenerator, RandomIdGenerator, TracerProvider } from "@opentelemetry/sdk-trace";
import { log } from "#lib/server/log.ts";
import type { OpenSpan, Tracer, Work } from "#lib/server/tracing.ts";

interface TracerSettings {
  readonly endpoint: URL;
  readonly role: string;
  readonly instance: string;
}

const sendEveryMs = 2000;
const sendWithinMs = 5000;

export function openTracer({ endpoint, role, instance }: TracerSettings): Tracer {
  const ids = createIds();
  const provider = new TracerProvider({
    idGenerator: ids,
    resource: resourceFromAttributes({ "service.name": "pentimento", "service.instance.id": instance, "pentimento.role": role }),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: tellFailures(new OTLPTraceExporter({ url: tracesUrl(endpoint), timeoutMillis: sendWithinMs })),
        scheduledDelayMillis: sendEveryMs,
        exportTimeoutMillis: sendWithinMs,
      }),
    ],
  });
  const tracer = provider.getTracer("pentimento");
  const spans = new WeakMap<OpenSpan, SdkSpan>();

  function contextOf({ partOf }: Work, within: OpenSpan | null) {
    if (partOf !== undefined)
      return trace.setSpanContext(ROOT_CONTEXT, { ...idsOf(partOf), traceFlags: TraceFlags.SAMPLED, isRemote: true });
    const above = within && spans.get(within);
    return above ? trace.setSpan(ROOT_CONTEXT, above) : ROOT_CONTEXT;
  }

  return {
    begin(work, within) {
      const span = tracer.startSpan(`${work.kind} ${work.name}`, { attributes: attributesOf(work) }, contextOf(work, within));
      const open: OpenSpan = {
        tell: (facts) => void span.setAttributes(facts),
        end(fault) {
          if (fault !== undefined) mark(span, fault);
          span.end();
        },
      };
      spans.set(open, span);
      return open;
    },
    tellWhole(work, beganMs, endedMs, fault) {
      ids.choose(idsOf(work.partOf));
      // As dates: a bare number from before this process began would be taken for one on its own clock.
      const startTime = new Date(beganMs);
      const span = tracer.startSpan(`${work.kind} ${work.name}`, { startTime, attributes: attributesOf(work) }, ROOT_CONTEXT);
      ids.choose(null);
      if (fault !== undefined) mark(span, fault);
      span.end(new Date(endedMs));
    },
    close: () => provider.shutdown().catch(() => undefined),
  };
}

function tracesUrl(endpoint: URL): string {
  const url = new URL(endpoint);
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/v1/traces`;
  return url.href;
}

function attributesOf({ kind, facts, partOf }: Work): Attributes {
  return { "pentimento.kind": kind, ...(partOf === undefined ? {} : { "pentimento.id": partOf }), ...facts };
}

function mark(span: SdkSpan, fault: string): void {
  span.setAttribute("error.type", fault);
  span.setStatus({ code: SpanStatusCode.ERROR });
}

interface TraceIds {
  readonly traceId: string;
  readonly spanId: string;
}

/** The same in every process, so that nothing has to be handed from one to the next. */
function idsOf(id: string): TraceIds {
  const hash = createHash("sha256").update(id).digest("hex");
  return { traceId: hash.slice(0, 32), spanId: hash.slice(32, 48) };
}

/** Random ones, but for what `choose` names until it is told otherwise. */
function createIds(): IdGenerator & { choose(ids: TraceIds | null): void } {
  const random = new RandomIdGenerator();
  let chosen: TraceIds | null = null;
  return {
    choose(ids) {
      chosen = ids;
    },
    generateTraceId: () => chosen?.traceId ?? random.generateTraceId(),
    generateSpanId: () => chosen?.spanId ?? random.generateSpanId(),
  };
}

/** A collector that is away costs its spans and nothing else. */
function tellFailures(exporter: OTLPTraceExporter): OTLPTraceExporter {
  const send = exporter.export.bind(exporter);
  exporter.export = (spans, done) =>
    send(spans, (result) => {
      if (result.error) log.warn({ spans: spans.length, error: result.error.name }, "traces-not-sent");
      done(result);
    });
  return exporter;
}
