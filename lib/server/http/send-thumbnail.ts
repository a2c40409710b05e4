/** A small copy of a stored picture as an answer, under whichever of our addresses it was asked for. */
import { AppError } from "#lib/errors.ts";
import { sha256Of } from "#lib/ids.ts";
import type { House } from "#lib/server/house.ts";
import { thumbnailSides } from "#lib/wire.ts";
import { sendFile } from "./send-file.ts";

export async function sendThumbnail({ pictures }: House, request: Request, pictureId: string, sideText: string): Promise<Response> {
  const side = thumbnailSides.find((one) => String(one) === sideText);
  if (side === undefined) throw new AppError("not_found", `Expected one of ${thumbnailSides.join(", ")} for the side of a thumbnail`);
  const thumbnail = await pictures.thumbnail(pictureId, side);
  const packing = thumbnail.contentType.slice("image/".length);
  return sendFile(request, { ...thumbnail, etag: `${sha256Of(pictureId)}-${side}-${packing}` });
}
