/**
 * `npm run prove`: what the tests of every day show in small, as large as we claim it. It takes its time. The figures stand in the
 * output; one that fails keeps none of the others from being tried.
 */
import { build } from "./steps/build.mjs";
import { ensureTestTools } from "./steps/debian.mjs";
import { install } from "./steps/install.mjs";
import { command, run, StepFailed, say } from "./steps/run.mjs";

const long = { PROVE: "1" };
/** What is true on one machine is true on several: the same tests against web and worker over Postgres and a bucket. */
const several = { SETUP: "several" };
const proofs = [
  ...[
    "e2e/machines.test.ts",
    "e2e/kills.test.ts",
    "lib/server/darkroom/corpora.test.ts",
    "e2e/broken-disk.test.ts",
    "e2e/power-cut.test.ts",
    "e2e/slow-sockets.test.ts",
    "lib/server/storage/transfer/transfer.test.ts",
  ].map((file) => ({ what: file, program: ["vitest", "run", file], env: long })),
  { what: "e2e/survival.spec.ts", program: ["playwright", "test", "e2e/survival.spec.ts"], env: long },
  { what: "Server tests on several machines", program: ["vitest", "run", "--project", "server"], env: several },
  { what: "Journeys on several machines", program: ["playwright", "test"], env: several },
];

await command(async () => {
  await install();
  await ensureTestTools();
  await build();
  const failed = [];
  // One after another: each of them keeps the whole machine busy.
  for (const { what, program, env } of proofs) {
    const [name, ...words] = program;
    if ((await run(name, words, { env })) !== 0) failed.push(what);
  }
  for (const { what } of proofs) say(`${failed.includes(what) ? "failed" : "holds "}  ${what}`);
  if (failed.length > 0) throw new StepFailed(`${failed.length} of ${proofs.length} failed.`, 1);
});
