/** One request to an S3 service, signed (version 4) over its body's hash, and its answer. Knows nothing of retrying or of what an answer means. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import http from "node:http";
import https from "node:https";
import { AwsV4Signer } from "aws4fetch";
import { AppError } from "#lib/errors.ts";
import type { StagedFile } from "../staged-file.ts";

export interface S3Place {
  /** With the path below which buckets lie, where it has one; buckets are always named in the path. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface S3Request {
  readonly method: "GET" | "HEAD" | "PUT" | "DELETE";
  /** None: the bucket itself. */
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly file?: StagedFile;
}

export interface S3Sender {
  /** `skewMs` is how far the service's clock is ahead of ours. Rejects where there was no answer. */
  send(request: S3Request, skewMs: number): Promise<http.IncomingMessage>;
  close(): void;
}

const maxSockets = 64;
const continueMs = 1000;
/** The hash of nothing. */
const emptySha256 = createHash("sha256").digest("hex");

/** A service that says nothing for `silenceMs` is taken for dead. */
export function createSender(place: S3Place, silenceMs: number): S3Sender {
  const isSecure = new URL(place.endpoint).protocol === "https:";
  const agent = new (isSecure ? https : http).Agent({ keepAlive: true, maxSockets });
  const signingKeys = new Map<string, ArrayBuffer>();

  async function sign(request: S3Request, skewMs: number) {
    const { key, query = {}, headers = {}, file, method } = request;
    const url = new URL(`${place.endpoint.replace(/\/$/, "")}/${place.bucket}${key === undefined ? "" : `/${key}`}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const signer = new AwsV4Signer({
      method,
      url: url.href,
      // The service checks what arrives against it: bytes that changed on the way are refused.
      headers: { ...headers, "x-amz-content-sha256": file?.sha256 ?? emptySha256 },
      accessKeyId: place.accessKeyId,
      secretAccessKey: place.secretAccessKey,
      service: "s3",
      region: place.region,
      cache: signingKeys,
      datetime: new Date(Date.now() + skewMs).toISOString().replace(/[:-]|\.\d{3}/g, ""),
    });
    const signed = await signer.sign();
    return { url: signed.url, headers: Object.fromEntries(signed.headers) };
  }

  return {
    async send(request, skewMs) {
      const { url, headers } = await sign(request, skewMs);
      const { file, method } = request;
      // A service that refuses says so before megabytes were sent.
      const length = method === "PUT" ? { "content-length": file?.bytes ?? 0, ...(file?.bytes ? { expect: "100-continue" } : {}) } : {};
      const options = { method, headers: { ...headers, ...length }, agent, timeout: silenceMs };
      return exchange((isSecure ? https : http).request(url, options), file);
    },
    close: () => agent.destroy(),
  };
}

function exchange(request: http.ClientRequest, file: StagedFile | undefined): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once("timeout", () => request.destroy(new Error("it said nothing for too long")));
    request.once("response", resolve).on("error", reject);
    if (!file?.bytes) return request.end();
    const source = createReadStream(file.path);
    source.once("error", (cause) => request.destroy(new AppError("internal", "Expected to read a staged file but could not", { cause })));
    // Answered before it was asked to go on: what is left of the file is not sent.
    request.once("response", () => source.destroy()).once("close", () => source.destroy());
    let isSent = false;
    const send = () => {
      if (isSent || source.destroyed) return;
      isSent = true;
      source.pipe(request);
    };
    // Some services, and proxies before them, never say "continue".
    const waiting = setTimeout(send, continueMs);
    request
      .once("continue", send)
      .once("response", () => clearTimeout(waiting))
      .once("close", () => clearTimeout(waiting));
    request.flushHeaders();
  });
}
