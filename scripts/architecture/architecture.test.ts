import { describe, expect, it } from "vitest";
import { checkTree } from "./check-tree.ts";
import { arrows, habits, homeless } from "./planted.ts";
import { readTree } from "./read-tree.ts";
import { homes, rooms } from "./rooms.ts";

it("the house stands as its plan says", () => {
  expect(checkTree(readTree())).toEqual([]);
});

describe("the plan notices", () => {
  it.each([...arrows, ...homeless, ...habits])("%s", (_what, files, fault) => {
    expect(checkTree(new Map(Object.entries(files))).join("\n")).toMatch(fault);
  });

  it.each(Object.keys(homes))("that %s has strayed from its home", (name) => {
    expect(homeless.some(([what]) => what.startsWith(name))).toBe(true);
  });
});

describe("the plan", () => {
  it("lets pass what it allows", () => {
    const allowed = {
      "app/api/x/route.ts": 'import { route } from "#lib/server/http/route.ts";\nimport { openHouse } from "#lib/server/index.ts";',
      "lib/server/http/route.ts": 'import { AppError } from "#lib/errors.ts";\nimport type { House } from "#lib/server/house.ts";',
      "lib/pixels/x.ts": 'import type { Mask } from "#lib/mask/mask.ts";',
      "lib/mask/mask.ts": 'import type { X } from "#lib/pixels/x.ts";',
      "components/studio/x.tsx": 'import { y } from "#components/stage/y.tsx";',
      "proxy.ts": "const isDev = process.env.NODE_ENV;",
    };
    expect(checkTree(new Map(Object.entries(allowed)))).toEqual([]);
  });

  it("names only rooms that are there", () => {
    const known = new Set(rooms.map(({ name }) => name));
    const named = rooms.flatMap(({ mayKnow, mayKnowTypesOf = [] }) => [...(mayKnow ?? []), ...mayKnowTypesOf]);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});
