/** The one guarded way out of the house: to the gateway its owner named, and to public hosts for files. Knows no proxies. */
import type { LookupFunction } from "node:net";
import { Agent, buildConnector } from "undici";
import { type AllowedHosts, checkAddress } from "./check-address.ts";
import { exchange, type Limits, limitTime, toOutboundError } from "./exchange.ts";
import { guardLookup } from "./guarded-lookup.ts";
import { OutboundError } from "./outbound-error.ts";
import { headerOf, readBody } from "./read-body.ts";

export interface OutboundAnswer {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly text: string;
}

export interface OutboundCall {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export interface OutboundOpen {
  readonly url: string;
  /** "public-https" (any public host) or a list of host patterns; trusted origins are always allowed. */
  readonly hosts: AllowedHosts;
  readonly maxBytes: number;
  /** For everything, the reading of the file included. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Both throw nothing but OutboundError; so does the iteration over what `open` answers. */
export interface Outbound {
  /** A call to a trusted origin: redirects are not followed, the body is read up to maxBytes, the whole of it is limited in time. */
  call(request: OutboundCall): Promise<OutboundAnswer>;
  /** Streams a file. Redirects are followed (three at most) only to addresses that pass the same checks. */
  open(request: OutboundOpen): Promise<AsyncIterable<Uint8Array>>;
}

export interface OutboundOptions {
  /** Origins the house's owner wrote down, e.g. "http://127.0.0.1:8080": their address is not judged. */
  readonly trustedOrigins: readonly string[];
  readonly lookup?: LookupFunction;
  readonly connectTimeoutMs?: number;
}

const maxRedirects = 3;
const redirectStatuses: readonly number[] = [301, 302, 303, 307, 308];

export function createOutbound(options: OutboundOptions): Outbound & { close(): Promise<void> } {
  const trustedOrigins = new Set(options.trustedOrigins);
  const timeout = options.connectTimeoutMs ?? 10_000;
  const connect = { timeout, allowH2: false, ...(options.lookup ? { lookup: options.lookup } : {}) };
  // Our own time limit spans the whole exchange, so undici's separate ones stay off.
  const base = { headersTimeout: 0, bodyTimeout: 0, maxHeaderSize: 32 * 1024, allowH2: false };
  const reading = new Agent({ ...base, connect });
  // A request that costs money never rides on a connection the other side may just be closing.
  const writing = new Agent({ ...base, connect, pipelining: 0 });
  const guarded = new Agent({ ...base, connect: buildConnector({ ...connect, lookup: guardLookup(options.lookup) }) });

  return {
    async call({ method, url, headers, body, maxBytes, timeoutMs, signal }) {
      const checked = checkAddress(url, [], trustedOrigins);
      const limits = limitTime(signal, timeoutMs);
      const dispatcher = method === "POST" ? writing : reading;
      const answer = await exchange({
        dispatcher,
        method,
        url: checked.url,
        headers,
        limits,
        ...(body === undefined ? {} : { body }),
      });
      const chunks: Uint8Array[] = [];
      for await (const chunk of readBody(answer, maxBytes, limits)) chunks.push(chunk);
      return { status: answer.statusCode, header: (name) => headerOf(answer, name), text: Buffer.concat(chunks).toString("utf8") };
    },

    async open({ url, hosts, maxBytes, timeoutMs, signal }) {
      const limits = limitTime(signal, timeoutMs);
      let address: string | URL = url;
      for (let hop = 0; hop <= maxRedirects; hop += 1) {
        const checked = checkAddress(address, hosts, trustedOrigins);
        const dispatcher = checked.isTrusted ? reading : guarded;
        const answer = await exchange({ dispatcher, method: "GET", url: checked.url, headers: { accept: "*/*" }, limits });
        if (answer.statusCode >= 200 && answer.statusCode < 300) return readBody(answer, maxBytes, limits);
        answer.body.on("error", () => undefined).destroy();
        const location = headerOf(answer, "location");
        if (!redirectStatuses.includes(answer.statusCode) || location === null) throw unexpectedStatus(answer.statusCode);
        address = resolve(location, checked.url, limits);
      }
      throw new OutboundError("redirect", `Expected a file after at most ${maxRedirects} redirects`, { sent: "maybe" });
    },

    async close() {
      await Promise.all([reading.destroy(), writing.destroy(), guarded.destroy()]);
    },
  };
}

function unexpectedStatus(status: number): OutboundError {
  return new OutboundError("status", `Expected a file but received HTTP status ${status}`, { sent: "maybe", status });
}

function resolve(location: string, base: URL, limits: Limits): URL {
  try {
    return new URL(location, base);
  } catch (error) {
    throw toOutboundError(
      new OutboundError("redirect", "Expected an address to be redirected to", { sent: "maybe", cause: error }),
      limits,
      "maybe",
    );
  }
}
