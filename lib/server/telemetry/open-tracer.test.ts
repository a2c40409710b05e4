import { afterEach, beforeEach, expect, it } from "vitest";
import { AppError } from "#lib/errors.ts";
import { setTracer, trace, traceWhole } from "#lib/server/tracing.ts";
import { type Collector, startCollector } from "#lib/testing/collector.ts";
import { openTracer } from "./open-tracer.ts";

let collector: Collector;
beforeEach(async () => {
  collector = await startCollector();
});
afterEach(async () => {
  setTracer(null);
  await collector.close();
});

function open(instance: string, endpoint = collector.url) {
  const tracer = openTracer({ endpoint: new URL(endpoint), role: "worker", instance });
  setTracer(tracer);
  return tracer;
}

const spanNamed = (name: string) => {
  const found = collector.spans().find((span) => span.name === name);
  if (!found) throw new Error(`Expected a span named ${name} among ${collector.spans().map((span) => span.name)}`);
  return found;
};

it("work within work arrives as such, with what was told of it and of the process", async () => {
  const tracer = open("one");
  const result = await trace({ kind: "request", name: "GET /api/projects" }, async (span) => {
    const found = await trace({ kind: "darkroom job", name: "fit", facts: { "pentimento.waited_ms": 3 } }, async () => "fitted");
    span.tell({ "http.response.status_code": 200 });
    return found;
  });
  await tracer.close();
  expect(result).toBe("fitted");
  const [request, job] = [spanNamed("request GET /api/projects"), spanNamed("darkroom job fit")];
  expect(request).toMatchObject({
    parentSpanId: null,
    isFault: false,
    facts: { "pentimento.kind": "request", "http.response.status_code": 200 },
  });
  expect(job).toMatchObject({ parentSpanId: request.spanId, traceId: request.traceId, facts: { "pentimento.waited_ms": 3 } });
  expect(job.from).toEqual({ "service.name": "pentimento", "service.instance.id": "one", "pentimento.role": "worker" });
});

it("a fault is told by its code and never by its words", async () => {
  const tracer = open("one");
  const broken = trace({ kind: "upstream request", name: "POST" }, async () => {
    throw new AppError("provider_unavailable", "a red fox in the snow, said by nobody else");
  });
  await expect(broken).rejects.toThrow("a red fox");
  await expect(trace({ kind: "darkroom job", name: "cut" }, () => Promise.reject(new TypeError("a red fox")))).rejects.toThrow();
  await tracer.close();
  expect(spanNamed("upstream request POST")).toMatchObject({ isFault: true, facts: { "error.type": "provider_unavailable" } });
  expect(spanNamed("darkroom job cut")).toMatchObject({ isFault: true, facts: { "error.type": "TypeError" } });
  expect(collector.heard()).not.toContain("fox");
});

it("what several processes did for one prediction is one trace, whose root is told at the end", async () => {
  const beganMs = Date.UTC(2020, 1, 2, 3, 4, 5);
  const step = (name: string) => trace({ kind: "prediction step", name, partOf: "prd_1" }, async () => undefined);
  const first = open("one");
  // Not part of what happens to be under way where it is done.
  await trace({ kind: "request", name: "POST /api/predictions" }, () => step("intent"));
  await first.close();
  const second = open("other");
  await step("fetching");
  traceWhole({ kind: "prediction", name: "stored", partOf: "prd_1" }, beganMs, beganMs + 4000);
  await step("fetching").then(() => trace({ kind: "darkroom job", name: "ingest" }, async () => undefined));
  await second.close();

  const root = spanNamed("prediction stored");
  expect(root).toMatchObject({ parentSpanId: null, startMs: beganMs, endMs: beganMs + 4000, facts: { "pentimento.id": "prd_1" } });
  const steps = collector.spans().filter(({ name }) => name.startsWith("prediction step"));
  expect(steps.map(({ parentSpanId, traceId }) => [parentSpanId, traceId])).toEqual(steps.map(() => [root.spanId, root.traceId]));
  expect(new Set(steps.map(({ from }) => from["service.instance.id"]))).toEqual(new Set(["one", "other"]));
  for (const other of ["request POST /api/predictions", "darkroom job ingest"]) expect(spanNamed(other).traceId).not.toBe(root.traceId);
});

it("a collector that is away costs nothing but its traces", async () => {
  await collector.close();
  const tracer = open("one");
  expect(await trace({ kind: "request", name: "GET /" }, async () => 7)).toBe(7);
  await tracer.close();
  collector = await startCollector();
});

it("an endpoint below a path keeps it, and without a tracer work is only done", async () => {
  const tracer = open("one", `${collector.url}/in/here/`);
  await trace({ kind: "request", name: "GET /" }, async () => undefined);
  await tracer.close();
  expect(collector.heard()).toMatch(/^POST \/in\/here\/v1\/traces /);
  setTracer(null);
  expect(await trace({ kind: "request", name: "GET /" }, async (span) => span.tell({ at: 1 }))).toBe(undefined);
});
