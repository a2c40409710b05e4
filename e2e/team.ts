/** A studio that asks who is there, and people who belong to it. */
import { expect } from "vitest";
import { type MadeAccessToken, type MadeInvitation, peoplePaths, type Role, type TokenScope } from "#lib/people-wire.ts";
import { type Studio, startStudio } from "#lib/testing/start-studio.ts";
import { type Answer, ask } from "./studio-client.ts";
import { password, setUpCode, teamEnvironment } from "./team-settings.ts";

export type Headers = Readonly<Record<string, string>>;

export interface Team {
  studio: Studio;
  /** The session of the first person, who owns it. */
  readonly owner: string;
  /** Answers the session of somebody new. */
  join(role: Role, email: string): Promise<string>;
}

export async function startTeam(environment: Readonly<Record<string, string>> = {}): Promise<Team> {
  const studio = await startStudio({ environment: { ...teamEnvironment, ...environment } });
  const first = { code: setUpCode, name: "Ada", email: "owner@example.com", password };
  const owner = cookieOf(await post(studio, peoplePaths.setUp, first));
  return {
    studio,
    owner,
    async join(role, email) {
      const made = await post(studio, peoplePaths.invitations, { role, email: null }, { cookie: owner });
      const { token }: MadeInvitation = JSON.parse(made.text);
      return cookieOf(await post(studio, peoplePaths.join, { token, name: role, email, password }));
    },
  };
}

export async function makeToken(studio: Studio, cookie: string, scope: TokenScope): Promise<string> {
  const made = await post(studio, peoplePaths.tokens, { name: "test", scope, days: 1 }, { cookie });
  return (JSON.parse(made.text) as MadeAccessToken).token;
}

export function call(
  { origin }: Studio,
  method: string,
  target: string,
  { body, ...headers }: Headers & { readonly body?: string } = {},
): Promise<Answer> {
  return ask(origin, target, { method, headers: { "content-type": "application/json", ...headers }, ...(body ? { body } : {}) });
}

export function post(studio: Studio, target: string, value: unknown, headers: Headers = {}): Promise<Answer> {
  return call(studio, "POST", target, { body: JSON.stringify(value), ...headers });
}

/** The cookie by which whoever came in is known from then on. */
export function cookieOf(answer: Answer): string {
  expect(answer.status, answer.text).toBe(200);
  return String(answer.headers["set-cookie"]?.[0]).split(";")[0] ?? "";
}
