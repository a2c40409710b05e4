/** What we build on: no licence that would bind those who use us, and nothing older than the version in which a hole was closed. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly optional?: boolean;
}

const lock: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const packages = Object.entries(lock.packages).filter(([place]) => place.startsWith("node_modules/"));

/** Below these versions each had a hole that others could use: never lower, whatever else is updated. */
const floors: Readonly<Record<string, string>> = {
  // The version this house is hardened and tested with; before 16.0.7 a request could run code on the server.
  next: "16.4.6",
  // Requests that run code on the server, and requests that never end there.
  react: "19.2.3",
  "react-dom": "19.2.3",
  // A heap overflow in libwebp.
  sharp: "0.32.6",
  // Answers that unpack without end.
  undici: "7.18.2",
  // Line breaks that begin a rule of their own.
  postcss: "8.4.31",
};

const nameOf = (place: string) => place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);

function isBelow(version: string, floor: string): boolean {
  const [have, least] = [version, floor].map((text) => text.split(/[.-]/).slice(0, 3).map(Number));
  const index = [0, 1, 2].find((part) => have?.[part] !== least?.[part]);
  return index !== undefined && (have?.[index] ?? 0) < (least?.[index] ?? 0);
}

it("has no package below its floor", () => {
  const present = new Set(packages.map(([place]) => nameOf(place)));
  expect(Object.keys(floors).filter((name) => !present.has(name))).toEqual([]);
  const low = packages.filter(([place, { version = "0" }]) => isBelow(version, floors[nameOf(place)] ?? "0.0.0"));
  expect(low.map(([place, { version }]) => `${place} ${version}`)).toEqual([]);
});

it("the comparison tells lower from higher", () => {
  expect([isBelow("16.1.0", "16.1.1"), isBelow("15.9.9", "16.0.0"), isBelow("8.4.9", "8.4.31")]).toEqual([true, true, true]);
  expect([isBelow("16.1.1", "16.1.1"), isBelow("16.10.0", "16.9.9"), isBelow("17.0.0", "16.9.9")]).toEqual([false, false, false]);
});

it("takes no package whose licence would bind those who use us, and none that names no licence", () => {
  const bound = packages.filter(
    ([, { license }]) => license === undefined || /(^|[^L])A?GPL|SSPL|BUSL|UNLICENSED|Commons-Clause/.test(license),
  );
  expect(bound.map(([place, { license }]) => `${place} ${license}`)).toEqual([]);
});

it("has every package that runs here by its own bytes; those for other machines may be left out", () => {
  const loose = packages.filter(([, { integrity, optional }]) => !integrity?.startsWith("sha512-") && !optional);
  expect(loose.map(([place]) => place)).toEqual([]);
});
