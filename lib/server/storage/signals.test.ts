import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Postgres, startPostgres } from "#lib/testing/postgres.ts";
import { startNode } from "./contract/node-process.ts";
import { createOwnSignals } from "./own-signals.ts";
import { openPostgresSignals } from "./postgres-signals.ts";
import type { Signal, Signals } from "./signals.ts";
import { describeSignals } from "./signals-contract.ts";

let postgres: Postgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

describeSignals("one process", async () => createOwnSignals());
describeSignals("Postgres", () => openPostgresSignals(postgres.url));

/** The next signal of a kind. */
function hear(signals: Signals, kind: Signal["kind"]): Promise<Signal> {
  return new Promise((resolve) => {
    signals.listen((signal) => {
      if (signal.kind === kind) resolve(signal);
    });
  });
}

test("what another process sends arrives", async () => {
  const signals = await openPostgresSignals(postgres.url);
  const heard = hear(signals, "changed");
  const script = `
    const { openPostgresSignals } = await import(args.module);
    const signals = await openPostgresSignals(args.url);
    signals.send({ kind: "changed", id: "prd_of_another" });
    await signals.close();
  `;
  const other = startNode(script, { module: new URL("postgres-signals.ts", import.meta.url).href, url: postgres.url });
  expect(await heard).toEqual({ kind: "changed", id: "prd_of_another" });
  await other.lines();
  await signals.close();
});

test("a connection that breaks is made anew, whoever listens is told that he may have missed something, and hears again", async () => {
  const [one, other] = await Promise.all([openPostgresSignals(postgres.url), openPostgresSignals(postgres.url)]);
  const missed = Promise.all([hear(one, "unknown"), hear(other, "unknown")]);
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  await client.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'pentimento signals'");
  await client.end();
  await missed;
  expect([one.isHearing(), other.isHearing()]).toEqual([true, true]);
  const heard = hear(one, "due");
  other.send({ kind: "due" });
  expect(await heard).toEqual({ kind: "due" });
  await Promise.all([one.close(), other.close()]);
});

test("what is no signal of ours is passed over", async () => {
  const signals = await openPostgresSignals(postgres.url);
  const heard: Signal[] = [];
  signals.listen((signal) => heard.push(signal));
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  for (const payload of ["", "changed", "retired prd_1", "due"]) await client.query("select pg_notify('pentimento', $1)", [payload]);
  await client.end();
  while (heard.length === 0) await new Promise((resolve) => setImmediate(resolve));
  expect(heard).toEqual([{ kind: "due" }]);
  await signals.close();
});
