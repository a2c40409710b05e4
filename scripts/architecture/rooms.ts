/** The floor plan as data: which room a file stands in, and which other rooms it may know. Arrows point down only. */
export interface Room {
  readonly name: string;
  readonly holds: RegExp;
  /** Rooms its files may import from, besides its own; null = every room. */
  readonly mayKnow: readonly string[] | null;
  /** Rooms of which they may import types, which are gone before anything runs. */
  readonly mayKnowTypesOf?: readonly string[];
  readonly maxLines?: number;
  /** Never part of the running studio: free to use any package and to read the environment. */
  readonly isOutside?: true;
}

export const maxLines = 250;
const maxTestLines = 400;

/** The shared words, and the rules written with them. */
const words = ["errors", "models"];
const rules = [...words, "pixels", "mask", "history tree"];
const contracts = ["storage contract", "darkroom contract", "provider contract"];

/** The first room that holds a file is its room. */
export const rooms: readonly Room[] = [
  {
    name: "tests",
    holds: /\.test\.tsx?$|-contract\.ts$|\/contract\.ts$|\/contract\/|^lib\/testing\/|^e2e\//,
    mayKnow: null,
    maxLines: maxTestLines,
    isOutside: true,
  },
  { name: "workshop", holds: /^(bench|scripts)\/|^[\w.-]+\.config\.\w+$/, mayKnow: null, isOutside: true },
  // The locked floor.
  {
    name: "door",
    holds: /^lib\/server\/(index|house|open-at-start|health)\.ts$/,
    mayKnow: [...words, "joining", "settings", "facade", "services", "clock", "storage contract"],
  },
  {
    name: "joining",
    holds: /^lib\/server\/(build-house|open-blobs)\.ts$/,
    mayKnow: [
      ...[...words, "door", "settings", "clock", "facade", "services", "projects and predictions", ...contracts, "outbound contract"],
      ...["providers", "storage", "outbound", "darkroom", "telemetry"],
    ],
  },
  {
    name: "settings",
    holds:
      /^lib\/server\/(config|blobs-url|door-settings|sign-on-settings|session-settings|webhook-settings|setting-text|running|models-on-disk)\.ts$/,
    mayKnow: [...words, "base address", "clock"],
  },
  {
    name: "clock",
    holds: /^lib\/server\/(call-addresses|clock|shared-clock|data-uri|is-alive|log|meter|secret-token|tracing)\.ts$/,
    mayKnow: words,
  },
  { name: "base address", holds: /^lib\/server\/providers\/base-url\.ts$/, mayKnow: [] },
  {
    name: "storage contract",
    holds:
      /^lib\/server\/storage\/(blobs|records|record-shapes|people-records|sight-records|ledger-records|replay-shapes|signals|charged-of|cap-of|micros|periods|rates)\.ts$/,
    mayKnow: words,
  },
  { name: "darkroom contract", holds: /^lib\/server\/darkroom\/darkroom\.ts$/, mayKnow: words },
  {
    name: "provider contract",
    holds: /^lib\/server\/providers\/(provider|read-logs)\.ts$/,
    mayKnow: words,
    mayKnowTypesOf: ["darkroom contract"],
  },
  { name: "outbound contract", holds: /^lib\/server\/outbound\/(outbound|outbound-error)\.ts$/, mayKnow: ["outbound"] },
  {
    name: "services",
    holds:
      /^lib\/server\/(predictions\/(predictions|prompts|gateway-calls)|projects\/(projects|pictures|downloads|blends)|sharing\/(sharing|notes)|replays\/replays|people\/(people|sight|sign-on)|ledger\/ledger)\.ts$/,
    mayKnow: [...words, ...contracts, "clock"],
  },
  {
    name: "http",
    holds: /^lib\/server\/http\//,
    mayKnow: [...words, "facade", "settings", "clock"],
    mayKnowTypesOf: ["door", "services"],
  },
  // Where routes and the house meet: who asks is looked up in the house before a route is run.
  { name: "gate", holds: /^lib\/server\/gate\.ts$/, mayKnow: ["door", "http", "facade"] },
  { name: "facade", holds: /^lib\/server\/facade\//, mayKnow: [...words, "outbound contract", "services", "clock"] },
  {
    name: "projects and predictions",
    holds: /^lib\/server\/(projects|predictions|sharing|replays|people|ledger)\//,
    mayKnow: [...rules, ...contracts, "services", "clock"],
  },
  {
    name: "providers",
    holds: /^lib\/server\/providers\//,
    mayKnow: [...words, "provider contract", "darkroom contract", "outbound contract", "clock", "base address"],
  },
  { name: "storage", holds: /^lib\/server\/storage\//, mayKnow: [...words, "storage contract", "clock"] },
  // What leaves is timed where it leaves.
  { name: "outbound", holds: /^lib\/server\/outbound\//, mayKnow: ["outbound contract", "clock"] },
  { name: "telemetry", holds: /^lib\/server\/telemetry\//, mayKnow: ["clock"] },
  { name: "darkroom", holds: /^lib\/server\/darkroom\//, mayKnow: [...rules, "darkroom contract", "engine", "clock"] },
  // The rules.
  { name: "engine", holds: /^lib\/engine\//, mayKnow: [...words, "pixels", "mask"] },
  { name: "pixels", holds: /^lib\/pixels\//, mayKnow: [], mayKnowTypesOf: ["mask", "history tree"] },
  { name: "mask", holds: /^lib\/mask\//, mayKnow: [], mayKnowTypesOf: ["pixels", "history tree"] },
  { name: "history tree", holds: /^lib\/history\//, mayKnow: [], mayKnowTypesOf: ["pixels", "mask"] },
  {
    name: "models",
    holds:
      /^lib\/(models\/|wire\.ts|review-wire\.ts|replay-wire\.ts|settings-wire\.ts|money-wire\.ts|people-wire\.ts|fidelity\.ts|loopback\.ts)/,
    mayKnow: ["errors"],
  },
  { name: "errors", holds: /^lib\/(errors|ids|first-words)\.ts$/, mayKnow: [] },
  { name: "messages", holds: /^lib\/messages\//, mayKnow: words },
  { name: "client", holds: /^lib\/client\//, mayKnow: [...rules, "messages"] },
  // The rooms people see.
  { name: "ui", holds: /^components\/ui\//, mayKnow: ["client", "messages"] },
  // Keys and commands are the same list on the desk, in the studio and on the settings page, so none of them owns them.
  { name: "commands", holds: /^components\/commands\//, mayKnow: [...rules, "client", "ui"] },
  { name: "desk", holds: /^components\/desk\//, mayKnow: [...rules, "client", "ui", "commands"] },
  { name: "settings page", holds: /^components\/settings\//, mayKnow: [...rules, "client", "messages", "ui", "commands", "people"] },
  { name: "people", holds: /^components\/people\//, mayKnow: [...rules, "client", "ui"] },
  { name: "stage", holds: /^components\/stage\//, mayKnow: [...rules, "client", "ui"] },
  // Pictures of every project are picked for a run and for a replay alike.
  { name: "library", holds: /^components\/library\//, mayKnow: [...rules, "client", "ui"] },
  { name: "composer", holds: /^components\/composer\//, mayKnow: [...rules, "client", "ui", "library"] },
  { name: "review", holds: /^components\/review\//, mayKnow: [...rules, "client", "ui"] },
  { name: "history", holds: /^components\/history\//, mayKnow: [...rules, "client", "ui"] },
  { name: "replay", holds: /^components\/replay\//, mayKnow: [...rules, "client", "ui", "library"] },
  { name: "design", holds: /^components\/design\//, mayKnow: ["client", "ui"] },
  // Those who come by a link compare as the studio does, so the page joins two rooms.
  { name: "share", holds: /^components\/share\//, mayKnow: [...rules, "client", "ui", "review"] },
  {
    name: "studio",
    holds: /^components\/studio\//,
    mayKnow: [...rules, "client", "ui", "commands", "stage", "composer", "review", "history", "share", "replay"],
  },
  // The street.
  { name: "routes", holds: /^app\/.*route\.ts$/, mayKnow: [...words, "door", "gate", "http"] },
  {
    name: "pages",
    holds: /^app\//,
    mayKnow: [...words, "door", "http", "messages", "ui", "desk", "settings page", "studio", "share", "design", "people"],
  },
  { name: "page gate", holds: /^proxy\.ts$/, mayKnow: ["http"] },
  { name: "starter", holds: /^instrumentation\.ts$/, mayKnow: ["door"] },
];

/** Each outside package has one home; what is missing here is free to all (react, next, next-intl, lucide-react, node's own). */
export const homes: Readonly<Record<string, RegExp>> = {
  sharp: /^lib\/server\/darkroom\//,
  "libheif-js": /^lib\/server\/darkroom\/heic\//,
  harfbuzzjs: /^lib\/server\/darkroom\/type\//,
  "woff2-encoder": /^lib\/server\/darkroom\/type\//,
  kysely: /^lib\/server\/storage\//,
  "rate-limiter-flexible": /^lib\/server\/storage\//,
  pg: /^lib\/server\/storage\//,
  "node:sqlite": /^lib\/server\/storage\//,
  "openid-client": /^lib\/server\/people\/create-sign-on\.ts$/,
  pino: /^lib\/server\/log\.ts$/,
  "@opentelemetry/api": /^lib\/server\/telemetry\//,
  "@opentelemetry/exporter-trace-otlp-http": /^lib\/server\/telemetry\//,
  "@opentelemetry/resources": /^lib\/server\/telemetry\//,
  "@opentelemetry/sdk-trace": /^lib\/server\/telemetry\//,
  aws4fetch: /^lib\/server\/storage\/s3\//,
  undici: /^lib\/server\/outbound\//,
  "ipaddr.js": /^lib\/server\/outbound\//,
  cockatiel: /^lib\/server\/providers\//,
  swr: /^lib\/client\//,
  "react-dropzone": /^components\/(desk|composer|replay)\//,
  zod: /^lib\/(server\/http|models)\//,
  uqr: /^components\/people\/qr-code\.tsx$/,
  "server-only": /^lib\/server\/index\.ts$/,
  konva: /^components\/stage\//,
  replicate: /^e2e\//,
  vitest: /\.test\./,
  "@playwright/test": /^e2e\//,
  "axe-core": /^e2e\//,
  "fast-check": /\.test\./,
};
