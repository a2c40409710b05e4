import type { Role } from "#lib/people-wire.ts";
import { hashToken } from "#lib/server/secret-token.ts";
import { createAccount, tokenPrefix } from "./account.ts";
import { createEntering, type EnteringSettings } from "./entering.ts";
import type { Caller, People } from "./people.ts";
import { nobodyAsked, type PeopleParts } from "./people-parts.ts";
import { toPerson } from "./present-people.ts";
import { createSecondFactor } from "./second-factor.ts";
import { createSessions, type SessionRules } from "./sessions.ts";
import { createTeam } from "./team.ts";
import { createWayBack } from "./way-back.ts";

/** A token that is used is written down as used no oftener than this. */
const touchEveryMs = 3600 * 1000;

const everybody: Caller = { person: null, role: "owner", sessionId: null };
const runs: readonly Role[] = ["editor", "owner"];

interface PeopleSettings extends EnteringSettings {
  readonly asksWho: boolean;
  /** What an app calls the place its codes are for. */
  readonly studio: string;
  readonly sessions: SessionRules;
}

export function createPeople(parts: PeopleParts, { asksWho, studio, sessions: rules, ...settings }: PeopleSettings): People {
  const { records, clock } = parts;
  const sessions = createSessions(parts, rules);
  const entering = createEntering(parts, sessions, settings);

  async function bySession(secret: string | null): Promise<Caller | null> {
    if (!asksWho) return everybody;
    return secret === null ? null : sessions.find(secret);
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
    ...createSecondFactor(parts, studio),
    ...createWayBack(parts),
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
