/** A stored picture as an answer, under whichever of our addresses it was asked for. */
import { sha256Of } from "#lib/ids.ts";
import type { House } from "#lib/server/house.ts";
import { readText } from "./read-query.ts";
import { sendFile } from "./send-file.ts";

export async function sendPicture({ pictures }: House, request: Request, pictureId: string): Promise<Response> {
  const { id, bytes, format } = await pictures.get(pictureId);
  const downloadName = readText(request, "download");
  return sendFile(request, {
    bytes,
    contentType: `image/${format}`,
    etag: sha256Of(id),
    read: (range) => pictures.read(id, range),
    ...(downloadName === undefined ? {} : { downloadName }),
  });
}
