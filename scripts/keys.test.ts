/** The inventory of cryptography is whole: every file that computes something of the kind stands in it. */
import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { secretNames } from "#lib/server/setting-text.ts";

const computes = /from "node:crypto"|\bcrypto\.(subtle|getRandomValues|randomUUID|randomBytes)|from "(openid-client|aws4fetch)"/;
const isOutside = /\.test\.|^lib\/testing\/|contract/;

it("every file that computes with cryptography stands in docs/keys.md, and no other", () => {
  const inventory = readFileSync("docs/keys.md", "utf8");
  const files = globSync(["*.ts", "{app,components,lib,scripts}/**/*.{ts,tsx,mjs}"]).filter((file) => !isOutside.test(file));
  const using = files.filter((file) => computes.test(readFileSync(file, "utf8")));
  const named = [...inventory.matchAll(/`((?:lib|scripts|proxy)[\w./-]*\.(?:ts|mjs))`/g)].map(([, file = ""]) => file);
  const listed = named.filter((file) => !isOutside.test(file));
  expect(using.toSorted()).toEqual([...new Set(listed)].toSorted());
});

it("every setting that is a secret stands among the keys", () => {
  const inventory = readFileSync("docs/keys.md", "utf8");
  expect(secretNames.filter((name) => !inventory.includes(`\`${name}\``))).toEqual([]);
});
