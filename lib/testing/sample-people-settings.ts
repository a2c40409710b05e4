/** A studio that asks who is there, as it is when nobody set anything else. */
import type { Role } from "#lib/people-wire.ts";

const dayMs = 24 * 3600 * 1000;

export const samplePeopleSettings = {
  asksWho: true,
  setUpCode: null as string | null,
  newcomers: null as Role | null,
  studio: "studio.example.com",
  sessions: { longestMs: { password: 90 * dayMs, provider: dayMs / 2 }, mostEach: 10, needsFactor: false },
} as const;
