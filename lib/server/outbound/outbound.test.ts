import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { closedOrigin, type RawAnswer, type RawServer, startRawServer } from "#lib/testing/raw-server.ts";
import { createOutbound, type OutboundOptions } from "./outbound.ts";
import { OutboundError } from "./outbound-error.ts";

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

const usual = { maxBytes: 100_000, timeoutMs: 10_000 };
const soon = { timeoutMs: 200 };

async function serve(answer: RawAnswer): Promise<RawServer> {
  const server = await startRawServer(answer);
  cleanups.push(() => server.close());
  return server;
}

function outboundTo(origins: readonly string[], options: Partial<OutboundOptions> = {}) {
  const outbound = createOutbound({ trustedOrigins: origins, ...options });
  cleanups.push(() => outbound.close());
  const signal = new AbortController().signal;
  return {
    call: (url: string, more: { method?: "GET" | "POST"; body?: string; signal?: AbortSignal; timeoutMs?: number } = {}) =>
      outbound.call({ method: "GET", url, headers: {}, signal, ...usual, ...more }),
    async read(url: string, more: { maxBytes?: number; timeoutMs?: number } = {}) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of await outbound.open({ url, hosts: "public-https", signal, ...usual, ...more })) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
  };
}

async function failureOf(promise: Promise<unknown>): Promise<Pick<OutboundError, "reason" | "sent">> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof OutboundError)) throw new Error("Expected an OutboundError", { cause: error });
  return { reason: error.reason, sent: error.sent };
}

const head = (more = "") => `HTTP/1.1 200 OK\r\n${more}\r\n`;
const whole = (body: string, more = "") => `HTTP/1.1 200 OK\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${more}\r\n${body}`;

describe("a call", () => {
  it("answers status, headers and text, and sends exactly what it was given", async () => {
    const heads: string[] = [];
    const { origin } = await serve((socket, request) => {
      heads.push(request);
      socket.end("HTTP/1.1 402 No\r\nRetry-After: 7\r\ncontent-length: 4\r\n\r\nnone");
    });
    const { call } = outboundTo([origin]);
    const answer = await call(`${origin}/v1/x?y=1`, { method: "POST", body: "{}" });
    expect([answer.status, answer.header("retry-after"), answer.header("x-none"), answer.text]).toEqual([402, "7", null, "none"]);
    expect(heads[0]).toMatch(/^POST \/v1\/x\?y=1 HTTP\/1.1\r\n/);
    expect(heads[0]).toContain("accept-encoding: identity");
    expect(heads[0]).toContain("connection: close");
  });

  it("goes to no other origin than a trusted one", async () => {
    const server = await serve((socket) => socket.end(whole("")));
    const { call } = outboundTo(["https://api.example.com"]);
    expect(await failureOf(call(`${server.origin}/`))).toEqual({ reason: "address", sent: "no" });
    expect(server.connections).toBe(0);
  });

  it("hands a redirect back instead of following it", async () => {
    const target = await serve((socket) => socket.end(whole("secret")));
    const { origin } = await serve((socket) => socket.end(`HTTP/1.1 307 Go\r\nlocation: ${target.origin}/\r\ncontent-length: 0\r\n\r\n`));
    const answer = await outboundTo([origin, target.origin]).call(`${origin}/`, { method: "POST", body: "{}" });
    expect(answer.status).toBe(307);
    expect(target.connections).toBe(0);
  });

  it("asks no proxy, whatever the environment says", async () => {
    const proxy = await serve((socket) => socket.end(whole("proxied")));
    const { origin } = await serve((socket) => socket.end(whole("direct")));
    const names = ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY", "NODE_USE_ENV_PROXY"];
    const before = names.map((name) => process.env[name]);
    for (const name of names) process.env[name] = name === "NODE_USE_ENV_PROXY" ? "1" : proxy.origin;
    try {
      expect((await outboundTo([origin]).call(`${origin}/`)).text).toBe("direct");
    } finally {
      names.forEach((name, index) => {
        if (before[index] === undefined) delete process.env[name];
        else process.env[name] = before[index];
      });
    }
    expect(proxy.connections).toBe(0);
  });

  it("unpacks what was packed against our wish", async () => {
    const packed = gzipSync("hello");
    const { origin } = await serve((socket) => {
      socket.write(head(`content-encoding: gzip\r\ncontent-length: ${packed.length}\r\n`));
      socket.end(packed);
    });
    expect((await outboundTo([origin]).call(`${origin}/`)).text).toBe("hello");
  });
});

describe("a call that surely did not begin says so", () => {
  it("when the connection is refused", async () => {
    const origin = await closedOrigin();
    expect(await failureOf(outboundTo([origin]).call(`${origin}/`, { method: "POST", body: "{}" }))).toEqual({
      reason: "connect",
      sent: "no",
    });
  });

  it("when the name is unknown", async () => {
    const lookup: OutboundOptions["lookup"] = (_name, _options, callback) => callback(new Error("ENOTFOUND"), []);
    const failure = failureOf(outboundTo(["https://api.example.com"], { lookup }).call("https://api.example.com/", { method: "POST" }));
    expect(await failure).toEqual({ reason: "connect", sent: "no" });
  });

  it("when TLS fails", async () => {
    const { port } = await serve((socket) => socket.end("no TLS here"));
    const origin = `https://127.0.0.1:${port}`;
    expect(await failureOf(outboundTo([origin]).call(`${origin}/`, { method: "POST" }))).toEqual({ reason: "connect", sent: "no" });
  });

  it("when time runs out, or the caller gives up, while it is still connecting", async () => {
    const { call } = outboundTo(["https://api.example.com"], { lookup: () => undefined });
    expect(await failureOf(call("https://api.example.com/", { method: "POST", ...soon }))).toEqual({ reason: "timeout", sent: "no" });
    const caller = new AbortController();
    const failure = failureOf(call("https://api.example.com/", { method: "POST", signal: caller.signal }));
    caller.abort();
    expect(await failure).toEqual({ reason: "aborted", sent: "no" });
  });

  it("and nothing is sent later, when the connection comes about after all", async () => {
    const heads: string[] = [];
    const server = await serve((socket, request) => {
      heads.push(request.slice(0, 10));
      socket.end(whole(""));
    });
    const answered = Promise.withResolvers<void>();
    const lookup: OutboundOptions["lookup"] = (_name, _options, callback) => {
      answered.promise.then(() => callback(null, [{ address: "127.0.0.1", family: 4 }]));
    };
    const origin = `http://late.example.com:${server.port}`;
    const { call } = outboundTo([origin], { lookup });
    expect(await failureOf(call(`${origin}/paid`, { method: "POST", body: "{}", ...soon }))).toEqual({ reason: "timeout", sent: "no" });
    answered.resolve();
    expect((await call(`${origin}/free`)).status).toBe(200);
    expect(heads).toEqual(["GET /free "]);
  });
});

const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
const faults: readonly (readonly [name: string, reason: OutboundError["reason"], answer: RawAnswer])[] = [
  ["no answer", "timeout", () => undefined],
  ["a reset before the headers", "broken", (socket) => socket.resetAndDestroy()],
  ["a close before the headers", "broken", (socket) => socket.end()],
  ["a close in the headers", "broken", (socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-")],
  ["a close after the headers", "broken", (socket) => socket.end(head("content-length: 10\r\n"))],
  ["a truncated body", "broken", (socket) => socket.end(`${head("content-length: 10\r\n")}12345`)],
  ["a chunked body cut short", "broken", (socket) => socket.end(`${head("transfer-encoding: chunked\r\n")}5\r\nhello\r\n`)],
  ["slow headers", "timeout", (socket) => drip(socket, "HTTP/1.1 200 OK\r\nx-slow: and slower\r\n\r\n")],
  ["one byte at a time", "timeout", (socket) => drip(socket, whole("0123456789abcdefghijklmnopqrstuvwxyz"))],
  ["chunks without end", "too_large", (socket) => flood(socket, head("transfer-encoding: chunked\r\n"), `1000\r\n${"x".repeat(4096)}\r\n`)],
  ["a body that announces a gigabyte", "too_large", (socket) => flood(socket, head("content-length: 1073741824\r\n"), "x".repeat(4096))],
  ["a body that ends only with the connection", "too_large", (socket) => flood(socket, head(), "x".repeat(4096))],
  ["a gzip bomb", "too_large", (socket) => socket.end(Buffer.concat([Buffer.from(head("content-encoding: gzip\r\n")), bomb]))],
  ["false gzip", "encoding", (socket) => socket.end(whole("not gzip at all", "content-encoding: gzip\r\n"))],
  ["an unknown packing", "encoding", (socket) => socket.end(whole("??", "content-encoding: zip\r\n"))],
  ["something that is not HTTP", "broken", (socket) => socket.end("SSH-2.0-OpenSSH_9.9\r\n")],
  ["headers without end", "broken", (socket) => flood(socket, "HTTP/1.1 200 OK\r\n", `x-more: ${"y".repeat(4096)}\r\n`)],
];

function drip(socket: Parameters<RawAnswer>[0], text: string): void {
  let index = 0;
  const timer = setInterval(() => socket.write(text[index++ % text.length] ?? ""), 50);
  socket.on("close", () => clearInterval(timer));
}

function flood(socket: Parameters<RawAnswer>[0], start: string, more: string): void {
  socket.write(start);
  const fill = () => {
    while (!socket.destroyed && socket.write(more));
  };
  socket.on("drain", fill);
  fill();
}

const limitsFor = (reason: OutboundError["reason"]) => (reason === "timeout" ? soon : {});

describe.each(faults)("%s", (_name, reason, answer) => {
  it(`ends a call as "${reason}", perhaps sent`, async () => {
    const { origin } = await serve(answer);
    const failure = failureOf(outboundTo([origin]).call(`${origin}/`, { method: "POST", body: "{}", ...limitsFor(reason) }));
    expect(await failure).toEqual({ reason, sent: "maybe" });
  });

  it(`ends a download as "${reason}"`, async () => {
    const { origin } = await serve(answer);
    expect((await failureOf(outboundTo([origin]).read(`${origin}/file`, limitsFor(reason)))).reason).toBe(reason);
  });
});

describe("a download", () => {
  it("follows redirects within what is allowed, three at most", async () => {
    const { origin } = await serve((socket, request) => {
      const step = Number(/\/hop\/(\d+)/.exec(request)?.[1] ?? 0);
      socket.end(step === 0 ? whole("file") : `HTTP/1.1 302 Go\r\nlocation: /hop/${step - 1}\r\ncontent-length: 0\r\n\r\n`);
    });
    const { read } = outboundTo([origin]);
    expect((await read(`${origin}/hop/3`)).toString()).toBe("file");
    expect((await failureOf(read(`${origin}/hop/4`))).reason).toBe("redirect");
  });

  it("tells the status it could not use", async () => {
    const { origin } = await serve((socket) => socket.end("HTTP/1.1 410 Gone\r\ncontent-length: 0\r\n\r\n"));
    await expect(outboundTo([origin]).read(`${origin}/`)).rejects.toMatchObject({ reason: "status", status: 410 });
  });

  it("takes a file of exactly the allowed size, and not a byte more", async () => {
    const { origin } = await serve((socket) => socket.end(`${head()}${"x".repeat(1000)}`));
    const { read } = outboundTo([origin]);
    expect(await read(`${origin}/`, { maxBytes: 1000 })).toHaveLength(1000);
    expect((await failureOf(read(`${origin}/`, { maxBytes: 999 }))).reason).toBe("too_large");
  });
});
