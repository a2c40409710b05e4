/** Every rule of the plan, broken once on purpose: what it is, the planted files, the words of the fault. */
export type Planted = readonly [what: string, files: Readonly<Record<string, string>>, fault: RegExp];

function arrow(what: string, from: string, to: string, fault: RegExp): Planted {
  return [what, { [from]: `import { x } from "${to}";` }, fault];
}

export const arrows: readonly Planted[] = [
  arrow("a page that walks past the door", "app/page.tsx", "#lib/server/storage/records.ts", /"pages" may not know "storage contract"/),
  arrow(
    "a route that reaches into a service",
    "app/api/x/route.ts",
    "#lib/server/projects/projects.ts",
    /"routes" may not know "services"/,
  ),
  arrow("a route that knows a screen", "app/api/x/route.ts", "#components/ui/x.tsx", /"routes" may not know "ui"/),
  arrow("the page gate that opens the house", "proxy.ts", "#lib/server/index.ts", /"page gate" may not know "door"/),
  arrow("a small room that knows another", "components/desk/x.tsx", "#components/stage/y.tsx", /"desk" may not know "stage"/),
  arrow("a small room that knows the studio", "components/stage/x.tsx", "#components/studio/y.tsx", /"stage" may not know "studio"/),
  arrow("a step up into another room", "components/desk/x.tsx", "../stage/y.tsx", /"desk" may not know "stage"/),
  arrow("a primitive that knows the product", "components/ui/x.tsx", "#lib/models/model.ts", /"ui" may not know "models"/),
  arrow("a screen behind the door", "components/studio/x.tsx", "#lib/server/index.ts", /"studio" may not know "door"/),
  arrow("browser code behind the door", "lib/client/x.ts", "#lib/server/config.ts", /"client" may not know "settings"/),
  arrow("browser code that draws", "lib/client/x.ts", "#components/ui/x.tsx", /"client" may not know "ui"/),
  arrow("a door that picks a driver", "lib/server/index.ts", "#lib/server/storage/open-records.ts", /"door" may not know "storage"/),
  arrow("the edge that opens the house", "lib/server/http/x.ts", "#lib/server/index.ts", /"http" may not know "door".*only types/),
  arrow("a service that picks a driver", "lib/server/predictions/x.ts", "#lib/server/providers/replicate.ts", /may not know "providers"/),
  arrow("a service that reads settings", "lib/server/projects/x.ts", "#lib/server/config.ts", /may not know "settings"/),
  arrow("a service with a way out", "lib/server/projects/x.ts", "#lib/server/outbound/outbound.ts", /may not know "outbound contract"/),
  arrow("a driver that knows another", "lib/server/storage/x.ts", "#lib/server/darkroom/pool.ts", /"storage" may not know "darkroom"/),
  arrow("a driver that knows the rows", "lib/server/providers/x.ts", "#lib/server/storage/records.ts", /may not know "storage contract"/),
  arrow("a facade inside a service", "lib/server/facade/x.ts", "#lib/server/predictions/watcher.ts", /"facade" may not know "projects and/),
  arrow("a facade with a database", "lib/server/facade/x.ts", "#lib/server/storage/open-records.ts", /"facade" may not know "storage"/),
  arrow("an inside of the way out", "lib/server/facade/x.ts", "#lib/server/outbound/exchange.ts", /"facade" may not know "outbound"/),
  arrow("a way out that knows its users", "lib/server/outbound/x.ts", "#lib/server/providers/provider.ts", /"outbound" may not know/),
  arrow("an engine that knows the server", "lib/engine/x.ts", "#lib/server/clock.ts", /"engine" may not know "clock"/),
  arrow("pixels that know the product", "lib/pixels/x.ts", "#lib/models/model.ts", /"pixels" may not know "models"/),
  arrow("pixels that need a mask to run", "lib/pixels/x.ts", "#lib/mask/grow.ts", /"pixels" may not know "mask".*only types/),
  arrow("a model that knows the server", "lib/models/x.ts", "#lib/server/house.ts", /"models" may not know "door"/),
  arrow("a word that knows a rule", "lib/errors.ts", "#lib/models/model.ts", /"errors" may not know "models"/),
  arrow("the studio that knows its tests", "lib/server/projects/x.ts", "#lib/testing/manual-clock.ts", /may not know "tests"/),
  ["a dynamic import", { "lib/pixels/x.ts": 'const x = await import("#lib/engine/e.ts");' }, /x.ts:1: "pixels" may not know "engine"/],
  ["a re-export", { "lib/pixels/x.ts": '\nexport { x } from "#lib/engine/e.ts";' }, /x.ts:2: "pixels" may not know "engine"/],
  ["a require", { "lib/pixels/x.ts": 'const x = require("#lib/engine/e.ts");' }, /"pixels" may not know "engine"/],
  ["an import for its effect", { "lib/pixels/x.ts": 'import "#lib/engine/e.ts";' }, /"pixels" may not know "engine"/],
  ["an import over several lines", { "lib/pixels/x.ts": 'import {\n  x,\n} from "#lib/engine/e.ts";' }, /x.ts:3: "pixels" may not know/],
];

/** [package, a file that may not import it] */
const strangers: readonly (readonly [string, string])[] = [
  ["sharp", "lib/server/projects/x.ts"],
  ["libheif-js", "lib/server/darkroom/x.ts"],
  ["harfbuzzjs", "lib/engine/lettering/x.ts"],
  ["woff2-encoder", "lib/server/storage/x.ts"],
  ["kysely/helpers", "lib/server/projects/x.ts"],
  ["pg", "lib/server/predictions/x.ts"],
  ["node:sqlite", "lib/server/build-house.ts"],
  ["pino", "lib/server/http/x.ts"],
  ["openid-client", "lib/server/people/x.ts"],
  ["rate-limiter-flexible", "lib/server/http/x.ts"],
  ["@opentelemetry/api", "lib/server/http/x.ts"],
  ["@opentelemetry/exporter-trace-otlp-http", "lib/server/x.ts"],
  ["@opentelemetry/resources", "lib/server/outbound/x.ts"],
  ["@opentelemetry/sdk-trace", "lib/server/predictions/x.ts"],
  ["aws4fetch", "lib/server/storage/x.ts"],
  ["uqr", "components/people/x.tsx"],
  ["undici", "lib/server/providers/x.ts"],
  ["ipaddr.js", "lib/server/facade/x.ts"],
  ["cockatiel", "lib/server/outbound/x.ts"],
  ["swr", "components/studio/x.tsx"],
  ["react-dropzone", "components/studio/x.tsx"],
  ["zod", "lib/client/x.ts"],
  ["server-only", "lib/server/http/x.ts"],
  ["konva", "components/review/x.tsx"],
  ["replicate", "lib/server/providers/x.ts"],
  ["vitest", "lib/pixels/x.ts"],
  ["@playwright/test", "components/ui/x.tsx"],
  ["axe-core", "components/ui/x.tsx"],
  ["fast-check", "lib/pixels/x.ts"],
];

export const homeless: readonly Planted[] = strangers.map(([name, file]) => [
  `${name} in ${file}`,
  { [file]: `import x from "${name}";` },
  new RegExp(`${name.replace("/helpers", "")} has one home`),
]);

const onlyConfig = /only lib\/server\/config.ts reads process.env/;
export const habits: readonly Planted[] = [
  ["a setting read elsewhere", { "lib/server/projects/x.ts": "const x = process.env.PORT;" }, onlyConfig],
  ["the whole environment", { "lib/server/projects/x.ts": "run(process.env);" }, onlyConfig],
  ["an environment unpacked", { "lib/server/projects/x.ts": "const { env } = process;" }, onlyConfig],
  ["an environment by its name", { "lib/server/projects/x.ts": 'process["env"]' }, onlyConfig],
  ["an environment imported", { "lib/server/projects/x.ts": 'import { env } from "node:process";' }, onlyConfig],
  ["a file that asks whether it is tested", { "lib/server/projects/x.ts": "if (process.env.NODE_ENV) x();" }, onlyConfig],
  ["a setting read at the gate", { "proxy.ts": "const x = process.env.PORT;" }, onlyConfig],
  ["a cycle", { "lib/pixels/a.ts": 'import { b } from "./b.ts";', "lib/pixels/b.ts": 'import { a } from "./a.ts";' }, /no import cycles/],
  ["a file that is too long", { "lib/pixels/x.ts": "x\n".repeat(251) }, /no file over 250 lines, this one has 251/],
  ["a script that is too long", { "scripts/x.ts": "x\n".repeat(251) }, /no file over 250 lines/],
  ["a test that is too long", { "lib/pixels/x.test.ts": "x\n".repeat(401) }, /no file over 400 lines/],
  ["a drawer", { "lib/pixels/utils.ts": "" }, /no drawer/],
  ["a drawer with a window", { "lib/server/projects/misc.test.ts": "" }, /no drawer/],
  ["a chest of drawers", { "lib/pixels/helpers/blur.ts": "" }, /no drawer/],
  ["a name that is not kebab-case", { "lib/pixels/BoxBlur.ts": "" }, /kebab-case/],
  ["an import without its ending", { "lib/pixels/x.ts": 'import { y } from "./y";' }, /imports name the file with its ending/],
  ["a climb through the house", { "lib/pixels/fill/x.ts": 'import { y } from "../../pixels/y.ts";' }, /imported by #lib\//],
  ["a file in no room", { "lib/shop/x.ts": "" }, /every file stands in a room/],
  ["a test far from what it tests", { "lib/pixels/tests/x.test.ts": "" }, /a test stands beside what it tests/],
];
