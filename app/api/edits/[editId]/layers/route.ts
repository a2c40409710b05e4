import { routes } from "#lib/server/gate.ts";
import { readChoice, readText } from "#lib/server/http/read-query.ts";
import { sendArchive } from "#lib/server/http/send-archive.ts";
import { openHouse } from "#lib/server/index.ts";
import { type LayersFormat, layersFormats } from "#lib/wire.ts";

const contentTypes: Readonly<Record<LayersFormat, string>> = {
  ora: "image/openraster",
  psd: "image/vnd.adobe.photoshop",
  png: "application/zip",
};

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ editId: string }>({
  GET: async (request, { editId }) => {
    const { downloads } = await openHouse();
    const format = readChoice(request, "format", layersFormats, "ora");
    const archive = await downloads.layers(editId, format, request.signal);
    return sendArchive(request, archive, { contentType: contentTypes[format], name: readText(request, "name") });
  },
});
