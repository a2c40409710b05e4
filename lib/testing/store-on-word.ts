/**
 * A process that stores a picture for each word it is told, as the studio does: bytes, row, project, edit. It says "ready", and
 * of every word what came of it; words of one line are stored at the same time. For those who want to break the ground under it.
 */
import { createInterface } from "node:readline";
import { systemClock } from "#lib/server/clock.ts";
import type { Darkroom } from "#lib/server/darkroom/darkroom.ts";
import { createPictures } from "#lib/server/projects/create-pictures.ts";
import { createProjects } from "#lib/server/projects/create-projects.ts";
import { createThumbnails } from "#lib/server/projects/thumbnails.ts";
import { openFolderBlobs } from "#lib/server/storage/folder-blobs.ts";
import { openRecords } from "#lib/server/storage/open-records.ts";

const [dataFolder = "", size = "700000"] = process.argv.slice(2);
const pieces = 7;
const pieceBytes = Math.ceil(Number(size) / pieces);

const records = await openRecords({ databaseUrl: null, dataFolder });
const blobs = await openFolderBlobs(`${dataFolder}/blobs`);
/** Looks at nothing: what is stored here is only bytes. */
const ingest: Darkroom["ingest"] = async ({ path }) => ({
  ...{ file: path, format: "png", width: 4, height: 3, hasAlpha: false, notes: [], hasCopy: false },
});
const darkroom = { ingest } as Darkroom;
const parts = { records, blobs, clock: systemClock };
const pictures = createPictures({ ...parts, darkroom, thumbnails: createThumbnails({ blobs, darkroom }) });
const projects = createProjects({ ...parts, predictionsOf: async () => [] });

say("ready");
for await (const line of createInterface({ input: process.stdin })) {
  await Promise.all(line.split(" ").map(async (word) => say(JSON.stringify(await store(word)))));
}

async function store(word: string): Promise<{ readonly projectId: string } | { readonly code: unknown }> {
  try {
    const source = (async function* () {
      const piece = Buffer.alloc(pieceBytes, word);
      for (let index = 0; index < pieces; index += 1) yield piece;
    })();
    const { id } = await pictures.receive(source, { maxBytes: 10_000_000, holderId: null });
    const project = await projects.create({ name: word, pictureId: id, madeBy: null });
    return { projectId: project.id };
  } catch (error) {
    return { code: error instanceof Error && "code" in error ? error.code : String(error) };
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
