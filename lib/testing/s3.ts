/** A real S3 service for one test file: OpenStack Swift, which checks every signature, on this machine only and gone after stop(). */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createSender, type S3Place, type S3Request } from "#lib/server/storage/s3/send-signed.ts";

export interface S3 {
  /** Makes an empty bucket and answers where it is. */
  createBucket(name: string): Promise<S3Place>;
  stop(): Promise<void>;
}

/** Debian's, for which its Swift is installed. */
const python = "/usr/bin/python3";
const accessKeyId = "studio:writer";
const secretAccessKey = "a-secret/that+must-not=leak";
const region = "us-east-1";

export async function startS3(): Promise<S3> {
  if (!existsSync("/usr/bin/swift-proxy-server")) {
    throw new Error(
      "Expected an installed S3 service for this test but found no swift-proxy-server; on Debian and Ubuntu: " +
        "apt-get install swift-proxy swift-account swift-container swift-object",
    );
  }
  const folder = mkdtempSync(path.join(tmpdir(), "pentimento-s3-"));
  const script = fileURLToPath(new URL("s3-server.py", import.meta.url));
  const server = spawn(python, [script, folder, accessKeyId, secretAccessKey], { stdio: ["pipe", "pipe", "pipe"] });
  const endpoint = `http://127.0.0.1:${await portOf(server)}`;

  return {
    async createBucket(name) {
      const place = { endpoint, bucket: name, region, accessKeyId, secretAccessKey };
      const { statusCode } = await askS3(place, { method: "PUT" });
      if (statusCode !== 200) throw new Error(`Expected a new bucket but received ${statusCode}`);
      return place;
    },
    async stop() {
      server.stdin.on("error", () => undefined).end();
      if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
    },
  };
}

/** As a setting. */
export function blobsUrlOf({ endpoint, bucket, region: place, accessKeyId: key, secretAccessKey: secret }: S3Place): string {
  const query = new URLSearchParams({ endpoint, region: place });
  return `s3://${encodeURIComponent(key)}:${encodeURIComponent(secret)}@${new URL(endpoint).host}/${bucket}?${query}`;
}

/** One request with a good signature, around the driver under test. */
export async function askS3(place: S3Place, request: S3Request) {
  const sender = createSender(place, 10_000);
  const answer = await sender.send(request, 0);
  answer.resume();
  await once(answer, "end");
  sender.close();
  return answer;
}

/** What it prints first; whatever it says instead where it ended. */
function portOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let complaint = "";
    server.stderr?.on("data", (text) => (complaint = `${complaint}${text}`.slice(-4000)));
    server.stdout?.once("data", (line) => resolve(String(line).trim()));
    server.once("error", reject).once("exit", () => reject(new Error(`Expected an S3 service to start but it ended: ${complaint}`)));
  });
}
