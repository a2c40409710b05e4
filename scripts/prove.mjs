/** `npm run prove`: what the tests of every day show in small, as large as we claim it. It takes its time. The figures stand in the output. */
import { build } from "./steps/build.mjs";
import { ensureBrowser, ensureExiftool, ensurePostgres, ensureS3, ensureStrace } from "./steps/debian.mjs";
import { install } from "./steps/install.mjs";
import { command, must } from "./steps/run.mjs";

const proofs = [
  "e2e/machines.test.ts",
  "e2e/kills.test.ts",
  "lib/server/darkroom/corpora.test.ts",
  "e2e/broken-disk.test.ts",
  "e2e/power-cut.test.ts",
  "e2e/slow-sockets.test.ts",
  "lib/server/storage/transfer/transfer.test.ts",
];

await command(async () => {
  await install();
  await ensureBrowser();
  await ensurePostgres();
  await ensureS3();
  await ensureStrace();
  await ensureExiftool();
  await build();
  // One after another: each of them keeps the whole machine busy.
  for (const proof of proofs) await must(proof, "vitest", ["run", proof], { env: { PROVE: "1" } });
  // What is true on one machine is true on several: the same tests against web and worker over Postgres and a bucket.
  const several = { env: { SETUP: "several" } };
  await must("Server tests on several machines", "vitest", ["run", "--project", "server"], several);
  await must("Journeys on several machines", "playwright", ["test"], several);
});
