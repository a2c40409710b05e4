/** What the documents point at is there. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const documents = [
  "README.md",
  "README.zh-CN.md",
  ...["docs", "docs/decisions"].flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`)),
].filter((name) => name.endsWith(".md"));

/** Paths in code marks, as far as they name one place; what begins with a slash is an address. */
function placesIn(text: string): readonly string[] {
  const marked = [...text.matchAll(/`((?:app|bench|components|deploy|docs|e2e|lib|public|scripts)\/[\w./[\]-]+)`/g)];
  const linked = [...text.matchAll(/\]\((?!https?:|#)([\w./-]+)\)/g)];
  return [...marked, ...linked].map(([, place = ""]) => place);
}

it.each(documents)("%s points at places that are there", (document) => {
  const folder = document.includes("/") ? `${document.slice(0, document.lastIndexOf("/"))}/` : "";
  const missing = placesIn(readFileSync(document, "utf8")).filter((place) => !existsSync(place) && !existsSync(`${folder}${place}`));
  expect(missing).toEqual([]);
});

it.each(documents)("%s holds nothing that a merge has left open", (document) => {
  expect(readFileSync(document, "utf8")).not.toMatch(/^(?:<{7}|={7}|>{7})(?: |$)/mu);
});

it("both languages of the README give the same commands", () => {
  const commandsOf = (document: string) =>
    [...readFileSync(document, "utf8").matchAll(/```sh\n([\s\S]*?)```/g)]
      .flatMap(([, block = ""]) => block.split("\n"))
      .map((line) => line.replace(/ +#.*$/, "").trim())
      .filter((line) => line.includes("npm "));
  expect(commandsOf("README.zh-CN.md")).toEqual(commandsOf("README.md"));
});
