import { routes } from "#lib/server/gate.ts";
import { readText } from "#lib/server/http/read-query.ts";
import { sendArchive } from "#lib/server/http/send-archive.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ projectId: string }>({
  GET: async (request, { projectId }) => {
    const { downloads } = await openHouse();
    const edits = new URL(request.url).searchParams.get("edits");
    const archive = await downloads.archive(projectId, edits === null ? null : edits.split(",").filter((id) => id !== ""));
    return sendArchive(request, archive, { contentType: "application/zip", name: readText(request, "name") });
  },
});
