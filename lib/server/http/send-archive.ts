/** Many files or layers as one, sent while it is written: its length is told where it is known before. */
import { attachment } from "./send-file.ts";

interface Archive {
  readonly name: string;
  readonly bytes: number | null;
  readonly body: ReadableStream<Uint8Array>;
}

export async function sendArchive(
  request: Request,
  archive: Archive,
  { contentType, name }: { readonly contentType: string; readonly name: string | undefined },
): Promise<Response> {
  const length = archive.bytes === null ? {} : { "content-length": String(archive.bytes) };
  const headers = { "content-type": contentType, "content-disposition": attachment(name ?? archive.name), ...length };
  if (request.method !== "HEAD") return new Response(archive.body, { headers });
  await archive.body.cancel();
  return new Response(null, { headers });
}
