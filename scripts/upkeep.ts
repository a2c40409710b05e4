/** Verify, backup, restore, move, and a way back in, on whatever the settings name. Exit code 0: all is whole; 1: it is not, or it could not be done. */
import path from "node:path";
import { peoplePaths } from "#lib/people-wire.ts";
import { systemClock } from "#lib/server/clock.ts";
import { ConfigError } from "#lib/server/config.ts";
import { openBlobs } from "#lib/server/open-blobs.ts";
import { letBack } from "#lib/server/people/way-back.ts";
import { enterDataFolder } from "#lib/server/running.ts";
import { isKey } from "#lib/server/storage/blob-keys.ts";
import { openRecords } from "#lib/server/storage/open-records.ts";
import { type BackUpRequest, backUp, restore, type Transferred } from "#lib/server/storage/transfer/back-up.ts";
import type { CopyCount } from "#lib/server/storage/transfer/copy-blobs.ts";
import { move } from "#lib/server/storage/transfer/move.ts";
import { type Finding, readExpected, verify } from "#lib/server/storage/transfer/verify.ts";
import { badSettings, readSettings } from "./read-settings.ts";

const tellEvery = 1000;

const [task = "", ...words] = process.argv.slice(2);
const config = readSettings();
const place = { databaseUrl: config.databaseUrl, dataFolder: config.dataFolder };

const tasks: Readonly<Record<string, () => Promise<boolean>>> = {
  verify: () => verifyIt(words.includes("--remove-strays")),
  backup: () => transfer("backed up", backUp),
  restore: () => alone(() => transfer("restored", restore)),
  move: () => alone(moveIt),
  "way-back": makeWayBack,
};

try {
  const perform = tasks[task];
  if (!perform) throw new Error(`Expected one of ${Object.keys(tasks).join(", ")}`);
  process.exit((await perform()) ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(error instanceof ConfigError ? badSettings : 1);
}

async function verifyIt(removesStrays: boolean): Promise<boolean> {
  const blobs = await openBlobs(config);
  const findings: Finding[] = [];
  const checked = await verify({
    ...{ blobs, nowMs: Date.now(), expected: () => readExpected(place), onProgress: tell("checked") },
    onFinding(finding) {
      findings.push(finding);
      console.info(`${finding.kind} ${finding.key}`);
    },
  });
  const strays = findings.filter(({ kind, key }) => kind === "stray" && isKey(key));
  if (removesStrays) for (const { key } of strays) await blobs.remove(key);
  const removed = removesStrays ? strays.length : 0;
  console.info(`${checked} pictures checked, ${findings.length} findings${removed > 0 ? `, ${removed} strays removed` : ""}`);
  return findings.length === removed;
}

async function transfer(done: string, perform: (request: BackUpRequest) => Promise<Transferred>): Promise<boolean> {
  const [folder] = words;
  if (folder === undefined) throw new Error(`Expected a folder, as in: npm run ${task} /mnt/backup`);
  const blobs = await openBlobs(config);
  const request = { place, blobs, folder: path.resolve(folder), nowMs: Date.now(), onProgress: tell("pictures") };
  const { rows, ...count } = await perform(request);
  console.info(`${rows} rows ${done}`);
  return tellCount(count);
}

async function moveIt(): Promise<boolean> {
  if (config.databaseUrl === null || config.blobs === null) {
    throw new ConfigError(["Expected where to move to for DATABASE_URL and BLOBS_URL, and where from for PENTIMENTO_DATA"]);
  }
  const from = { place: { databaseUrl: null, dataFolder: config.dataFolder }, blobs: await openBlobs({ ...config, blobs: null }) };
  const to = { place, blobs: await openBlobs(config) };
  const isWhole = tellCount(await move({ from, to, onProgress: tell("pictures") }));
  return (await verifyIt(false)) && isWhole;
}

async function makeWayBack(): Promise<boolean> {
  const [email] = words;
  if (email === undefined) throw new Error(`Expected an e-mail address, as in: npm run ${task} ada@example.com`);
  const records = await openRecords(place);
  try {
    const { token, expiresAt } = await letBack({ records, clock: systemClock }, email);
    const origin = config.publicUrl?.origin ?? `http://${config.host}:${config.port}`;
    console.info(`Until ${expiresAt} ${email} may choose a password, once, at ${origin}${peoplePaths.wayBackPage(token)}`);
    return true;
  } finally {
    await records.close();
  }
}

/** What takes rows as they are must not miss what a studio at work writes. */
async function alone(perform: () => Promise<boolean>): Promise<boolean> {
  const presence = await enterDataFolder(config.dataFolder);
  try {
    if (!presence.isAlone) throw new Error(`Expected no studio at work on ${config.dataFolder}; stop it first`);
    return await perform();
  } finally {
    await presence.leave();
  }
}

function tellCount({ copied, there, missing, damaged }: CopyCount): boolean {
  for (const hash of missing) console.info(`missing ${hash}`);
  for (const hash of damaged) console.info(`damaged ${hash}`);
  console.info(`${copied} pictures copied, ${there} were there, ${missing.length} missing, ${damaged.length} damaged`);
  return missing.length + damaged.length === 0;
}

function tell(what: string): (done: number) => void {
  return (done) => {
    if (done % tellEvery === 0) console.info(`${done} ${what}…`);
  };
}
