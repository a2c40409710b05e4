import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { asCurl } from "./run-as-text.ts";

const picture = `pic_${"a".repeat(64)}`;

it("is a command that a shell passes on letter for letter, with pictures by their address", () => {
  const prompt = `it's "$HOME" \`id\` \\ 山`;
  const command = asCurl({ model: "acme/paint", inputs: { prompt, image: picture, steps: 4 }, seed: 7 }, "http://127.0.0.1:3000");
  const printed = execFileSync("sh", ["-c", command.replace(/^curl/, "printf '%s\\n'")], { encoding: "utf8" });
  expect(printed).toContain("http://127.0.0.1:3000/replicate/v1/models/acme/paint/predictions");
  const body = JSON.parse(printed.trim().split("\n").at(-1) ?? "");
  expect(body).toEqual({ input: { prompt, image: `http://127.0.0.1:3000/api/pictures/${picture}/file`, steps: 4, seed: 7 } });
});
