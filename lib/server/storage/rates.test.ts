import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Postgres, startPostgres } from "#lib/testing/postgres.ts";
import { openRates } from "./open-rates.ts";
import { openRecords } from "./open-records.ts";
import type { Rates } from "./rates.ts";

let postgres: Postgres;
beforeAll(async () => {
  postgres = await startPostgres();
  await (await openRecords({ databaseUrl: postgres.url, dataFolder: "unused" })).close();
});
afterAll(() => postgres.stop());

let name = 0;
const fresh = () => ({ name: `rate-${++name}`, most: 5, windowMs: 60_000 });

describe.each(["memory", "Postgres"])("rates in %s", (place) => {
  let one: Rates;
  let other: Rates;
  beforeEach(() => {
    const url = place === "memory" ? null : postgres.url;
    one = openRates(url);
    // Two processes share a database; memory belongs to one.
    other = url === null ? one : openRates(url);
  });
  afterEach(async () => {
    vi.useRealTimers();
    await one.close();
    if (other !== one) await other.close();
  });

  it("lets a crowd that comes at once through as often as it may, and tells the others how long to wait", async () => {
    const rate = fresh();
    const taken = await Promise.all(Array.from({ length: 40 }, (_, index) => (index % 2 ? one : other).take(rate, "ada")));
    expect(taken.filter((waitMs) => waitMs === null)).toHaveLength(5);
    for (const waitMs of taken) if (waitMs !== null) expect(waitMs).toBeLessThanOrEqual(60_000);
    expect(await other.take(rate, "grace")).toBeNull();
  });

  it("counts anew when the time is over, and when it is told to forget", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const rate = { ...fresh(), most: 1 };
    const take = () => other.take(rate, "ada".repeat(200));
    expect([await take(), await take()]).toEqual([null, 60_000]);
    vi.setSystemTime(Date.now() + 60_001);
    expect(await take()).toBeNull();
    await one.forget(rate, "ada".repeat(200));
    expect([await take(), await take()]).toEqual([null, 60_000]);
  });
});

it("says to wait, and lets nobody through, where the database that counts is away", async () => {
  const rates = openRates("postgres://nobody@127.0.0.1:1/nowhere");
  await expect(rates.take(fresh(), "ada")).rejects.toMatchObject({ code: "busy", retryAfterMs: 3000 });
  await rates.close();
});
