/** The byte store in a bucket of an S3 service. Files are whole and hashed on this machine's disk before they go there under their name. */
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { AppError } from "#lib/errors.ts";
import { requireKey, requirePrefix } from "../blob-keys.ts";
import type { Blobs } from "../blobs.ts";
import { openScratchFolder } from "../scratch-folder.ts";
import type { StagedFile } from "../staged-file.ts";
import { readObject } from "./read-object.ts";
import { createS3Client, type S3Patience } from "./s3-client.ts";
import { readListing } from "./s3-listing.ts";
import type { S3Place, S3Request } from "./send-signed.ts";

export type { S3Place } from "./send-signed.ts";

export interface S3BlobsOptions {
  /** For files that are not whole yet, and for those that are lent. */
  readonly scratchFolder: string;
  readonly patience?: S3Patience;
}

const keysOnAPage = 1000;
const longestListing = 4 * 1024 * 1024;
/** Conflicts with other writers of the same key before it is written without a condition. */
const mostConflicts = 3;

export async function openS3Blobs(place: S3Place, { scratchFolder, patience }: S3BlobsOptions): Promise<Blobs> {
  const client = createS3Client(place, patience);
  let knowsConditions = true;

  async function settle(request: S3Request, also?: readonly number[]) {
    const answer = await client.ask(request, also);
    answer.message.resume();
    return answer;
  }

  async function size(key: string): Promise<number | null> {
    const { status, message } = await settle({ method: "HEAD", key: requireKey(key) }, [404]);
    return status === 404 ? null : Number(message.headers["content-length"]);
  }

  /** Two writers of one key have the same bytes; the condition saves the second one the sending. */
  async function putAs(file: StagedFile, key: string): Promise<void> {
    const request = { method: "PUT", key: requireKey(key), file, headers: { "content-type": "application/octet-stream" } } as const;
    const conditional = { ...request, headers: { ...request.headers, "if-none-match": "*" } };
    for (let conflicts = 0; knowsConditions && conflicts < mostConflicts; conflicts += 1) {
      const { status } = await settle(conditional, [409, 412, 501]);
      if (status < 300) return;
      if (status === 501) knowsConditions = false;
      // There is one already. What is longer or shorter is not what it should be.
      if (status === 412 && (await size(key)) === file.bytes) return;
      if (status === 412) break;
    }
    await settle(request);
  }

  const { freshPath, scratch } = await openScratchFolder(scratchFolder, async (file, key) => {
    await putAs(file, key);
    await rm(file.path, { force: true });
  });

  const { status } = await settle({ method: "HEAD" }, [404]);
  if (status === 404)
    throw new AppError("storage_refused", `Expected a bucket named ${place.bucket} in the picture store but there is none`);

  return {
    ...scratch,
    size,

    read: async (key, range) => readObject(client, requireKey(key), range),

    async withFile(key, use) {
      const file = freshPath("lent");
      try {
        const bytes = await readObject(client, requireKey(key), undefined);
        await pipeline(bytes, createWriteStream(file, { mode: 0o600, flags: "wx" }));
        return await use(file);
      } finally {
        await rm(file, { force: true });
      }
    },

    async remove(key) {
      await settle({ method: "DELETE", key: requireKey(key) }, [404]);
    },

    async *list(prefix) {
      const query = { "list-type": "2", "max-keys": String(keysOnAPage), prefix: requirePrefix(prefix) };
      for (let token: string | null = ""; token !== null; ) {
        const from: Record<string, string> = token === "" ? {} : { "continuation-token": token };
        const page = readListing(await client.askText({ method: "GET", query: { ...query, ...from } }, longestListing));
        yield* page.items;
        token = page.next;
      }
    },

    async close() {
      client.close();
    },
  };
}
