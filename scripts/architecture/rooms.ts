/** The floor plan as data: which room a file stands in, and which other rooms it may know. Arrows point down only. */
export interface Room {
  readonly name: string;
  readonly holds: RegExp;
  /** Rooms its files may import from, besides its own. */
  readonly mayKnow: readonly string[];
}

const words = ["errors", "models"];

/** The first room that holds a file is its room. */
export const rooms: readonly Room[] = [
  {
    name: "tests",
    holds: /\.test\.tsx?$|-contract\.ts$|\/contract\.ts$|^lib\/testing\/|^e2e\/|^bench\/|^scripts\/|^[\w.-]+\.config\.\w+$/,
    mayKnow: ["*"],
  },
  // The locked floor.
  { name: "door", holds: /^lib\/server\/(index|build-house|open-at-start|house)\.ts$/, mayKnow: ["*server", ...words] },
  { name: "settings", holds: /^lib\/server\/(config|clock|running|models-on-disk|data-uri)\.ts$/, mayKnow: [...words, "base address"] },
  { name: "base address", holds: /^lib\/server\/providers\/base-url\.ts$/, mayKnow: [] },
  {
    name: "contracts",
    holds:
      /^lib\/server\/(darkroom\/darkroom|providers\/(provider|read-logs)|storage\/(blobs|records)|outbound\/(outbound|outbound-error))\.ts$/,
    mayKnow: [...words, "outbound"],
  },
  { name: "http", holds: /^lib\/server\/http\//, mayKnow: [...words, "door", "facade"] },
  { name: "facade", holds: /^lib\/server\/facade\//, mayKnow: [...words, "contracts", "projects and predictions", "settings"] },
  { name: "projects and predictions", holds: /^lib\/server\/(projects|predictions)\//, mayKnow: [...words, "contracts", "settings"] },
  { name: "providers", holds: /^lib\/server\/providers\//, mayKnow: [...words, "contracts", "settings", "base address"] },
  { name: "storage", holds: /^lib\/server\/storage\//, mayKnow: [...words, "contracts"] },
  { name: "outbound", holds: /^lib\/server\/outbound\//, mayKnow: ["contracts"] },
  { name: "darkroom", holds: /^lib\/server\/darkroom\//, mayKnow: [...words, "contracts", "engine", "pixels"] },
  // The rules.
  { name: "engine", holds: /^lib\/engine\//, mayKnow: [...words, "pixels"] },
  { name: "pixels", holds: /^lib\/(pixels|mask|history)\//, mayKnow: [] },
  { name: "models", holds: /^lib\/(models\/|wire\.ts|loopback\.ts)/, mayKnow: ["errors"] },
  { name: "errors", holds: /^lib\/(errors|ids)\.ts$/, mayKnow: [] },
  { name: "messages", holds: /^lib\/messages\//, mayKnow: words },
  { name: "client", holds: /^lib\/client\//, mayKnow: [...words, "pixels", "messages"] },
  // The rooms people see.
  { name: "ui", holds: /^components\/ui\//, mayKnow: ["client", "messages"] },
  { name: "desk", holds: /^components\/desk\//, mayKnow: [...words, "client", "ui"] },
  { name: "stage", holds: /^components\/stage\//, mayKnow: [...words, "pixels", "client", "ui"] },
  { name: "composer", holds: /^components\/composer\//, mayKnow: [...words, "client", "ui"] },
  { name: "review", holds: /^components\/review\//, mayKnow: [...words, "client", "ui"] },
  { name: "history", holds: /^components\/history\//, mayKnow: [...words, "client", "ui"] },
  {
    name: "studio",
    holds: /^components\/studio\//,
    mayKnow: [...words, "pixels", "client", "ui", "stage", "composer", "review", "history"],
  },
  // The street.
  { name: "routes", holds: /^app\/.*route\.ts$/, mayKnow: [...words, "door", "http"] },
  { name: "pages", holds: /^app\//, mayKnow: [...words, "door", "messages", "ui", "desk", "studio"] },
  { name: "gate", holds: /^(proxy|instrumentation)\.ts$/, mayKnow: ["http", "door"] },
];

/** Everything below the door, for the door alone. */
export const serverRooms = [
  "settings",
  "base address",
  "contracts",
  "facade",
  "projects and predictions",
  "providers",
  "storage",
  "outbound",
  "darkroom",
];

/** Each outside package has one home; what is missing here is free to all (react, next, next-intl, lucide-react, node's own). */
export const homes: Readonly<Record<string, RegExp>> = {
  sharp: /^lib\/server\/darkroom\//,
  kysely: /^lib\/server\/storage\//,
  pg: /^lib\/server\/storage\//,
  "node:sqlite": /^lib\/server\/storage\//,
  undici: /^lib\/server\/outbound\//,
  "ipaddr.js": /^lib\/server\/outbound\//,
  cockatiel: /^lib\/server\/providers\//,
  swr: /^lib\/client\//,
  "react-dropzone": /^components\/(desk|composer)\//,
  zod: /^lib\/(server\/http|models)\//,
  "server-only": /^lib\/server\/index\.ts$/,
  konva: /^components\/stage\//,
  replicate: /^e2e\//,
};
