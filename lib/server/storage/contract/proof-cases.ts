import { expect, test } from "vitest";
import type { Records } from "../records.ts";
import { addPerson, sampleSession } from "./sample-people.ts";
import { startMs } from "./sample-records.ts";

export function describeProofs(one: () => Records, other: () => Records): void {
  const both = (index: number) => (index % 2 ? one() : other());

  test("of a person's sessions those that were seen last are left, and nobody else's end", async () => {
    const [{ id }, stranger] = [await addPerson(one()), await addPerson(one())];
    const seen = (seconds: number) => sampleSession(id, { seenAtMs: startMs + seconds, provedAtMs: startMs + seconds });
    const [oldest, busy, newest, theirs] = [seen(1), seen(3), seen(2), sampleSession(stranger.id)];
    for (const each of [oldest, busy, newest, theirs]) await one().sessions.create(each);
    await other().sessions.keepNewest(id, 2);
    expect(await one().sessions.ofPerson(id, startMs)).toEqual([busy, newest]);
    expect(await one().sessions.ofPerson(stranger.id, startMs)).toEqual([theirs]);
    await one().sessions.prove(busy.id, startMs + 99.4);
    expect((await other().sessions.byToken(busy.tokenHash, startMs))?.session.provedAtMs).toBe(startMs + 99);
  });

  test("a code of a second factor is taken once, however many bring it at once", async () => {
    const { id } = await addPerson(one(), { factorSecret: "MFRGGZDF" });
    const taken = (step: number) => Promise.all(Array.from({ length: 6 }, (_, index) => both(index).factors.spendStep(id, step)));
    expect((await taken(17)).filter(Boolean)).toHaveLength(1);
    expect(await one().factors.spendStep(id, 16)).toBe(false);
    expect((await taken(18)).filter(Boolean)).toHaveLength(1);
    await one().factors.confirm(id, { sinceMs: startMs + 0.6, step: 19, codeHashes: ["a", "b"].map((letter) => `${letter}-${id}`) });
    expect(await other().people.get(id)).toMatchObject({ factorSecret: "MFRGGZDF", factorSinceMs: startMs + 1, factorStep: 19 });
    const uses = await Promise.all(Array.from({ length: 6 }, (_, index) => both(index).factors.spendCode(id, `a-${id}`)));
    expect(uses.filter(Boolean)).toHaveLength(1);
    expect(await one().factors.spendCode("psn_other", `b-${id}`)).toBe(false);
    expect(await other().factors.codesLeft(id)).toBe(1);
  });

  test("a second factor goes with its codes", async () => {
    const { id } = await addPerson(one(), { factorSecret: "MFRGGZDF" });
    await one().factors.confirm(id, { sinceMs: startMs, step: 1, codeHashes: [`c-${id}`] });
    expect([await other().factors.remove(id), await other().factors.remove(id)]).toEqual([true, false]);
    expect(await one().people.get(id)).toMatchObject({ factorSecret: null, factorSinceMs: null, factorStep: null });
    expect(await one().factors.codesLeft(id)).toBe(0);
  });

  test("a way back is one for each person, for one use, and ends every session with it", async () => {
    const person = await addPerson(one());
    const way = (token: string, expiresAtMs = startMs + 1000.4) => ({
      tokenHash: `${token}-${person.id}`,
      personId: person.id,
      expiresAtMs,
    });
    await one().waysBack.open(way("first"));
    await other().waysBack.open(way("second"));
    expect(await one().waysBack.person(way("first").tokenHash, startMs)).toBeNull();
    expect(await one().waysBack.person(way("second").tokenHash, startMs)).toEqual(person);
    expect(await one().waysBack.person(way("second").tokenHash, startMs + 1000)).toBeNull();
    await one().sessions.create(sampleSession(person.id));
    const uses = await Promise.all(
      Array.from({ length: 6 }, (_, index) => both(index).waysBack.use(way("second").tokenHash, person.id, `$argon2id$${index}`)),
    );
    expect(uses.filter(Boolean)).toHaveLength(1);
    expect((await one().people.get(person.id))?.passwordHash).toBe(`$argon2id$${uses.indexOf(true)}`);
    expect(await one().sessions.ofPerson(person.id, startMs)).toEqual([]);
    await one().waysBack.open(way("third"));
    await one().people.change(person.id, { disabledAtMs: startMs });
    expect(await other().waysBack.person(way("third").tokenHash, startMs)).toBeNull();
  });
}
