/** What cannot be run everywhere is at least held to what there is: settings, files and commands that containers and pages name. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { settingNames } from "#lib/server/config.ts";

const read = (file: string) => readFileSync(file, "utf8");
/** Settings of the database, the bucket and the balancer, and those of sign-in. */
const foreign = /^(POSTGRES_(USER|DB|PASSWORD)|AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY)|STUDIO_NAME|PUBLIC_URL|SETUP_CODE)$/;

describe("containers", () => {
  it("set only settings there are", () => {
    const inCompose = read("compose.yaml").matchAll(/^ +([A-Z][A-Z0-9_]+):/gm);
    const inKubernetes = read("deploy/kubernetes.yaml").matchAll(/(?:^ +|name: )([A-Z][A-Z0-9_]+)(?=[:,])/gm);
    const named = [...inCompose, ...inKubernetes].map(([, name = ""]) => name);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !foreign.test(name) && !settingNames.some((known) => known === name))).toEqual([]);
  });

  it("take along and start only what is there", () => {
    const text = read("Dockerfile");
    const copied = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files = ""]) => files.split(" "));
    expect(copied).toContain("lib");
    expect(copied.filter((file) => !existsSync(file))).toEqual([]);
    expect([text, read("compose.yaml"), read("deploy/kubernetes.yaml")].every((one) => one.includes("scripts/serve.ts"))).toBe(true);
  });

  it("run as nobody in particular and write to nothing but their volume", () => {
    expect(read("Dockerfile")).toMatch(/^USER node$/m);
    for (const rule of ["read_only: true", "cap_drop: [ALL]", "no-new-privileges:true"]) expect(read("compose.yaml")).toContain(rule);
  });
});

describe("docs/running.md", () => {
  const text = read("docs/running.md");
  it("says what each setting does", () => {
    expect(settingNames.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  it("names only commands there are", () => {
    const { scripts } = JSON.parse(read("package.json"));
    const named = [...text.matchAll(/npm (?:run )?([a-z-]+)/g)].map(([, name = ""]) => name);
    expect(named).toEqual(expect.arrayContaining(["start", "worker", "verify", "backup", "restore", "move", "way-back"]));
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
