/** Sessions: how they begin, how long they last at most, and when their person last showed who they are. */
import { AppError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { hashToken, newToken } from "#lib/server/secret-token.ts";
import type { PersonRecord, SessionRecord, SessionVia } from "#lib/server/storage/records.ts";
import type { Caller, Entered, Origin } from "./people.ts";
import type { PeopleParts } from "./people-parts.ts";
import { toPerson } from "./present-people.ts";

const dayMs = 24 * 3600 * 1000;
/** A session that is not used for this long is over. */
const idleMs = 30 * dayMs;
/** A session that is used is written down as used no oftener than this. */
const touchEveryMs = 3600 * 1000;
/** For so long after somebody showed who they are they need not do it again. */
export const provedForMs = 10 * 60 * 1000;
const longestClient = 160;

export interface SessionRules {
  /** However busy it is, and by whichever way it began. */
  readonly longestMs: Readonly<Record<SessionVia, number>>;
  readonly mostEach: number;
  /** Whoever comes by a password needs a second factor, too. */
  readonly needsFactor: boolean;
}

interface Arrival {
  readonly via: SessionVia;
  readonly provedAtMs: number;
  readonly origin: Origin;
}

export interface Sessions {
  open(person: PersonRecord, arrival: Arrival): Promise<Entered>;
  find(secret: string): Promise<Caller | null>;
}

export function createSessions(
  { records, clock }: Pick<PeopleParts, "records" | "clock">,
  { longestMs, mostEach, needsFactor }: SessionRules,
): Sessions {
  const endOf = ({ via, createdAtMs }: Pick<SessionRecord, "via" | "createdAtMs">) => createdAtMs + longestMs[via];

  return {
    async open(person, { via, provedAtMs, origin: { client, before = null } }) {
      const [secret, nowMs] = [newToken(), clock.now()];
      const left = before === null ? null : await records.sessions.byToken(hashToken(before), nowMs);
      if (left) await records.sessions.end(left.session.id, left.person.id);
      const expiresAtMs = Math.min(nowMs + idleMs, endOf({ via, createdAtMs: nowMs }));
      await records.sessions.removeExpired(nowMs);
      await records.sessions.create({
        ...{ id: newId("ses", nowMs), tokenHash: hashToken(secret), personId: person.id, via, provedAtMs },
        ...{ client: client.slice(0, longestClient), createdAtMs: nowMs, seenAtMs: nowMs, expiresAtMs },
      });
      await records.sessions.keepNewest(person.id, mostEach);
      return { secret, expiresAtMs: endOf({ via, createdAtMs: nowMs }), person: toPerson(person) };
    },

    async find(secret) {
      const nowMs = clock.now();
      const found = await records.sessions.byToken(hashToken(secret), nowMs);
      if (!found) return null;
      const { session, person } = found;
      // Also where the rules became stricter since it began.
      if (nowMs >= endOf(session)) return null;
      if (nowMs - session.seenAtMs > touchEveryMs)
        await records.sessions.touch(session.id, nowMs, Math.min(nowMs + idleMs, endOf(session)));
      const lacksFactor = needsFactor && session.via === "password" && person.factorSinceMs === null;
      return { person: toPerson(person), role: person.role, sessionId: session.id, provedAtMs: session.provedAtMs, lacksFactor };
    },
  };
}

/** What opens doors for later wants to know now who asks. */
export function requireProof({ provedAtMs = 0 }: Caller, nowMs: number): void {
  if (nowMs - provedAtMs > provedForMs)
    throw new AppError("proof_required", "Expected somebody who showed in the last ten minutes who they are");
}
