/** A collector of traces on this machine: an HTTP server that keeps what it is sent. */
import { createServer } from "node:http";

export interface CollectedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | null;
  readonly isFault: boolean;
  readonly startMs: number;
  readonly endMs: number;
  readonly facts: Readonly<Record<string, string | number>>;
  /** Of the process that sent it. */
  readonly from: Readonly<Record<string, string | number>>;
}

export interface Collector {
  readonly url: string;
  spans(): readonly CollectedSpan[];
  /** Every byte that came, headers and addresses too. */
  heard(): string;
  close(): Promise<void>;
}

interface Attribute {
  readonly key: string;
  readonly value: { readonly stringValue?: string; readonly intValue?: number; readonly doubleValue?: number };
}

interface Batch {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly { readonly spans: readonly Sent[] }[];
  }[];
}

interface Sent {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly Attribute[];
  readonly status?: { readonly code?: number };
}

const errorStatus = 2;

export async function startCollector(): Promise<Collector> {
  const heard: string[] = [];
  const spans: CollectedSpan[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString("utf8");
    heard.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)}\n${text}`);
    if (request.url !== "/v1/traces") return void response.writeHead(404).end();
    spans.push(...readBatch(JSON.parse(text)));
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (!address || typeof address !== "object") throw new Error("Expected an address of the collector");
  return {
    url: `http://127.0.0.1:${address.port}`,
    spans: () => spans,
    heard: () => heard.join("\n"),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function readBatch({ resourceSpans }: Batch): readonly CollectedSpan[] {
  return resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map((span) => ({
        ...{ name: span.name, traceId: span.traceId, spanId: span.spanId, parentSpanId: span.parentSpanId || null },
        isFault: span.status?.code === errorStatus,
        startMs: Number(BigInt(span.startTimeUnixNano) / 1_000_000n),
        endMs: Number(BigInt(span.endTimeUnixNano) / 1_000_000n),
        facts: readAttributes(span.attributes),
        from: readAttributes(resource.attributes),
      })),
    ),
  );
}

function readAttributes(attributes: readonly Attribute[]): Readonly<Record<string, string | number>> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue ?? value.doubleValue)]));
}
