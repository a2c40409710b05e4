import type { Role } from "#lib/people-wire.ts";
import { hashToken } from "#lib/server/secret-token.ts";
import { createAccount, tokenPrefix } from "./account.ts";
import { createEntering, sessionIdleMs } from "./entering.ts";
import type { Caller, People } from "./people.ts";
import { nobodyAsked, type PeopleParts } from "./people-parts.ts";
import { toPerson } from "./present-people.ts";
import { createTeam } from "./team.ts";

/** A session or token that is used is written down as used no oftener than this. */
const touchEveryMs = 3600 * 1000;

const everybody: Caller = { person: null, role: "owner", sessionId: null };
const runs: readonly Role[] = ["editor", "owner"];

interface PeopleSettings {
  readonly asksWho: boolean;
  /** By which the first person shows that the installation is theirs; null where nobody may be first. */
  readonly setUpCode: string | null;
  readonly newcomers: Role | null;
}

export function createPeople(parts: PeopleParts, { asksWho, ...settings }: PeopleSettings): People {
  const { records, clock } = parts;
  const entering = createEntering(parts, settings);

  async function bySession(secret: string | null): Promise<Caller | null> {
    if (!asksWho) return everybody;
    if (secret === null) return null;
    const nowMs = clock.now();
    const found = await records.sessions.byToken(hashToken(secret), nowMs);
    if (!found) return null;
    const { session, person } = found;
    if (nowMs - session.seenAtMs > touchEveryMs) await records.sessions.touch(session.id, nowMs, nowMs + sessionIdleMs);
    return { person: toPerson(person), role: person.role, sessionId: session.id };
  }

  async function byAccessToken(token: string | null): Promise<Caller | null> {
    if (!asksWho) return everybody;
    if (token === null || !token.startsWith(tokenPrefix)) return null;
    const nowMs = clock.now();
    const found = await records.accessTokens.byToken(hashToken(token), nowMs);
    if (!found) return null;
    const { token: own, person } = found;
    if (nowMs - (own.usedAtMs ?? 0) > touchEveryMs) await records.accessTokens.touch(own.id, nowMs);
    // A token never carries more than its person may, nor more than it was made for.
    const mayRun = own.scope === "run" && runs.includes(person.role);
    return { person: toPerson(person), role: mayRun ? "editor" : "viewer", sessionId: null };
  }

  return {
    asksWho,
    bySession,
    byAccessToken,
    async state(secret) {
      if (!asksWho) return { asksWho, needsSetUp: false, person: null };
      const person = (await bySession(secret))?.person ?? null;
      return { asksWho, needsSetUp: person === null && !(await records.people.hasAny()), person };
    },
    ...(asksWho ? entering : nobodyEnters),
    ...createTeam(parts),
    ...createAccount(parts),
  };
}

/** In one-person mode there is no door to come in by. */
const refuse = () => Promise.reject(nobodyAsked());
const nobodyEnters: Pick<People, "setUp" | "signIn" | "enterAs" | "invited" | "join"> = {
  setUp: refuse,
  signIn: refuse,
  enterAs: refuse,
  invited: refuse,
  join: refuse,
};
