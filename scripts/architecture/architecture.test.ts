import { describe, expect, it } from "vitest";
import { checkTree } from "./check-tree.ts";
import { readTree } from "./read-tree.ts";

it("the house stands as its plan says", () => {
  expect(checkTree(readTree())).toEqual([]);
});

/** Every rule, broken once on purpose: [what, the planted files, the words of the fault]. */
const planted: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
  [
    "a page that walks past the door",
    { "app/page.tsx": 'import { x } from "#lib/server/storage/records.ts";' },
    /"pages" may not know "contracts"/,
  ],
  [
    "a route that reaches into a service",
    { "app/api/x/route.ts": 'import { x } from "#lib/server/projects/projects.ts";' },
    /"routes" may not know/,
  ],
  [
    "a small room that knows another",
    { "components/desk/x.tsx": 'import { x } from "#components/stage/y.tsx";' },
    /"desk" may not know "stage"/,
  ],
  [
    "a primitive that knows the product",
    { "components/ui/x.tsx": 'import { x } from "#lib/models/model.ts";' },
    /"ui" may not know "models"/,
  ],
  ["browser code behind the door", { "lib/client/x.ts": 'import { x } from "#lib/server/config.ts";' }, /"client" may not know "settings"/],
  [
    "a service that chooses its driver",
    { "lib/server/predictions/x.ts": 'import { x } from "#lib/server/providers/replicate.ts";' },
    /may not know "providers"/,
  ],
  [
    "a driver that knows another",
    { "lib/server/storage/x.ts": 'import { x } from "#lib/server/darkroom/pool.ts";' },
    /"storage" may not know "darkroom"/,
  ],
  ["pixels that know the product", { "lib/pixels/x.ts": 'import { x } from "#lib/models/model.ts";' }, /"pixels" may not know "models"/],
  [
    "an engine that knows the server",
    { "lib/engine/x.ts": 'import { x } from "#lib/server/clock.ts";' },
    /"engine" may not know "settings"/,
  ],
  [
    "an import hidden in a dynamic one",
    { "lib/pixels/x.ts": 'const x = await import("#lib/engine/engine.ts");' },
    /"pixels" may not know "engine"/,
  ],
  [
    "an import hidden in a re-export",
    { "lib/pixels/x.ts": 'export { x } from "#lib/engine/engine.ts";' },
    /"pixels" may not know "engine"/,
  ],
  ["an import hidden in require", { "lib/pixels/x.ts": 'const x = require("#lib/engine/engine.ts");' }, /"pixels" may not know "engine"/],
  ["a decoder outside the darkroom", { "lib/server/projects/x.ts": 'import sharp from "sharp";' }, /sharp has one home/],
  ["a database outside its room", { "lib/server/projects/x.ts": 'import { sql } from "kysely/helpers";' }, /kysely has one home/],
  ["a second way out", { "lib/server/providers/x.ts": 'import { fetch } from "undici";' }, /undici has one home/],
  [
    "a setting read elsewhere",
    { "lib/server/projects/x.ts": "const x = process.env.PORT;" },
    /only lib\/server\/config.ts reads process.env/,
  ],
  ["a cycle", { "lib/pixels/a.ts": 'import { b } from "./b.ts";', "lib/pixels/b.ts": 'import { a } from "./a.ts";' }, /no import cycles/],
  ["a file that is too long", { "lib/pixels/x.ts": "x\n".repeat(251) }, /no file over 250 lines/],
  ["a test that is too long", { "lib/pixels/x.test.ts": "x\n".repeat(401) }, /no file over 400 lines/],
  ["a drawer", { "lib/pixels/utils.ts": "" }, /no drawer/],
  ["a drawer with a window", { "lib/server/projects/misc.test.ts": "" }, /no drawer/],
  ["a name that is not kebab-case", { "lib/pixels/BoxBlur.ts": "" }, /kebab-case/],
  ["an import without its ending", { "lib/pixels/x.ts": 'import { y } from "./y";' }, /imports name the file with its ending/],
  ["a file in no room", { "lib/shop/x.ts": "" }, /every file stands in a room/],
];

describe("the plan notices", () => {
  it.each(planted)("%s", (_what, files, words) => {
    expect(checkTree(new Map(Object.entries(files))).join("\n")).toMatch(words);
  });

  it("and lets pass what the plan allows", () => {
    const allowed = {
      "app/api/x/route.ts": 'import { route } from "#lib/server/http/route.ts";\nimport { openHouse } from "#lib/server/index.ts";',
      "lib/server/http/route.ts": 'import { AppError } from "#lib/errors.ts";',
      "components/studio/x.tsx": 'import { y } from "#components/stage/y.tsx";',
    };
    expect(checkTree(new Map(Object.entries(allowed)))).toEqual([]);
  });
});
