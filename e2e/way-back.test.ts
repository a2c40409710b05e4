/** Getting in again where nobody is left to ask: by the command, on the machine, as whoever runs it does. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { peoplePaths } from "#lib/people-wire.ts";
import { keepingOf } from "#lib/testing/keeping.ts";
import { paths } from "#lib/wire.ts";
import { call, cookieOf, post, startTeam, type Team } from "./team.ts";
import { teamEnvironment } from "./team-settings.ts";

let team: Team;
beforeAll(async () => {
  team = await startTeam();
});
afterAll(() => team?.studio.stop());

async function letBack(email: string) {
  const { dataFolder, port } = team.studio;
  const { settings } = await keepingOf(dataFolder);
  const env = { ...process.env, ...teamEnvironment, PENTIMENTO_DATA: dataFolder, PORT: String(port), ...settings };
  return promisify(execFile)("node", ["scripts/upkeep.ts", "way-back", email], { env });
}

it("an only owner who lost everything chooses a password anew, while the studio runs, and every session is over", async () => {
  const { stdout } = await letBack("owner@example.com");
  expect(stdout).toContain(`${team.studio.origin}/way-back#`);
  const [, token] = /way-back#(\S+)/.exec(stdout) ?? [];
  const password = "another sentence altogether";
  expect((await post(team.studio, peoplePaths.wayBack, { token, password })).status).toBeLessThan(300);
  expect((await call(team.studio, "GET", paths.projects, { cookie: team.owner })).status).toBe(401);
  const again = cookieOf(await post(team.studio, peoplePaths.session, { email: "owner@example.com", password }));
  expect((await call(team.studio, "GET", paths.projects, { cookie: again })).status).toBe(200);
});

it("nobody is let in whom the studio does not know, and it says so", async () => {
  await expect(letBack("eve@example.com")).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining("eve@example.com") });
});
