/**
 * A grown installation moves to Postgres and a bucket, and is killed on its way again and again: `node bench/move.bench.ts [PICTURES] [KILLS]`.
 * The limit is no difference at all; the seconds are those of this machine's own S3 service, which is the slower end.
 */
import path from "node:path";
import { startNode } from "#lib/server/storage/contract/node-process.ts";
import { fill, oneMachine, severalMachines } from "#lib/server/storage/contract/sample-installation.ts";
import { digestRows } from "#lib/server/storage/transfer/digest-rows.ts";
import { move } from "#lib/server/storage/transfer/move.ts";
import { readExpected, verify } from "#lib/server/storage/transfer/verify.ts";
import { startPostgres } from "#lib/testing/postgres.ts";
import { startS3 } from "#lib/testing/s3.ts";

const [pictures = 10_000, kills = 20] = process.argv.slice(2).map(Number);
const storage = new URL("../lib/server/storage/", import.meta.url);
const script = `
  const { move } = await import(args.move);
  const { openFolderBlobs } = await import(args.folderBlobs);
  const { openS3Blobs } = await import(args.s3Blobs);
  const from = { place: args.from, blobs: await openFolderBlobs(args.folder) };
  const to = { place: args.to, blobs: await openS3Blobs(args.bucket, { scratchFolder: args.scratch }) };
  await move({ from, to, onProgress: (done) => console.log(done) });
  process.exit(0);
`;

const [postgres, s3] = await Promise.all([startPostgres(), startS3()]);
const [from, to] = [await oneMachine(), await severalMachines(postgres, s3)];
try {
  const hashes = await fill(from, pictures);
  const beganMs = performance.now();
  const modules = { move: "transfer/move.ts", folderBlobs: "folder-blobs.ts", s3Blobs: "s3/s3-blobs.ts" };
  const addresses = Object.fromEntries(Object.entries(modules).map(([name, file]) => [name, new URL(file, storage).href]));
  const places = {
    from: from.place,
    to: to.place,
    bucket: to.bucket,
    folder: path.join(from.folder, "blobs"),
    scratch: path.join(to.folder, "scratch"),
  };
  for (let death = 1; death <= kills; death += 1) {
    const mover = startNode(script, { ...addresses, ...places });
    const until = (hashes.length * death) / kills;
    for (let done: string | null = ""; done !== null && Number(done) < until; ) done = await mover.nextLine();
    await mover.kill();
  }
  const { copied, there, missing, damaged } = await move({ from, to });
  const seconds = (performance.now() - beganMs) / 1000;

  let findings = 0;
  const checked = await verify({
    blobs: to.blobs,
    expected: () => readExpected(to.place),
    nowMs: Date.now(),
    onFinding: () => (findings += 1),
  });
  const areRowsSame = (await digestRows(from.place)) === (await digestRows(to.place));
  const differences = findings + missing.length + damaged.length + (areRowsSame ? 0 : 1);
  console.log(`${pictures} pictures (${hashes.length} files), ${kills} kills: moved in ${seconds.toFixed(0)} s with all starts anew`);
  console.log(`the last move found ${there} there and copied ${copied}; ${checked} files read back, ${differences} differences (limit 0)`);
  if (differences > 0 || checked !== hashes.length) process.exitCode = 1;
} finally {
  await Promise.all([from.dispose(), to.dispose(), to.blobs.close()]);
  await Promise.all([postgres.stop(), s3.stop()]);
}
