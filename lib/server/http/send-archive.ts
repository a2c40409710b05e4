/** Many files or layers as one, sent while it is written: its length is not known before. */
import { attachment } from "./send-file.ts";

interface Archive {
  readonly name: string;
  readonly body: ReadableStream<Uint8Array>;
}

export async function sendArchive(
  request: Request,
  archive: Archive,
  { contentType, name }: { readonly contentType: string; readonly name: string | undefined },
): Promise<Response> {
  const headers = {
    "content-type": contentType,
    "content-disposition": attachment(name ?? archive.name),
    // The framework would pack layers again on their way, which takes longer than to send them.
    "cache-control": "no-store, no-transform",
  };
  if (request.method !== "HEAD") return new Response(archive.body, { headers });
  await archive.body.cancel();
  return new Response(null, { headers });
}
