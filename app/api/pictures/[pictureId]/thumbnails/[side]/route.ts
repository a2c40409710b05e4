import { AppError } from "#lib/errors.ts";
import { sha256Of } from "#lib/ids.ts";
import { onlyMethods } from "#lib/server/http/only-methods.ts";
import { route } from "#lib/server/http/route.ts";
import { sendFile } from "#lib/server/http/send-file.ts";
import { openHouse } from "#lib/server/index.ts";
import { thumbnailSides } from "#lib/wire.ts";

const read = route<{ pictureId: string; side: string }>(async (request, params) => {
  const side = thumbnailSides.find((one) => String(one) === params.side);
  if (side === undefined) throw new AppError("not_found", `Expected one of ${thumbnailSides.join(", ")} for the side of a thumbnail`);
  const { pictures } = await openHouse();
  const thumbnail = await pictures.thumbnail(params.pictureId, side);
  const etag = `${sha256Of(params.pictureId)}-${side}`;
  return sendFile(request, { bytes: thumbnail.bytes, contentType: "image/webp", etag, read: thumbnail.read });
});

export const { GET, POST, PUT, PATCH, DELETE } = onlyMethods({ GET: read });
