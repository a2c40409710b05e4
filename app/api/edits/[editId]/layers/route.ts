import { routes } from "#lib/server/gate.ts";
import { readText } from "#lib/server/http/read-query.ts";
import { sendArchive } from "#lib/server/http/send-archive.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ editId: string }>({
  GET: async (request, { editId }) => {
    const { downloads } = await openHouse();
    const archive = await downloads.layers(editId, request.signal);
    return sendArchive(request, archive, { contentType: "image/openraster", name: readText(request, "name") });
  },
});
