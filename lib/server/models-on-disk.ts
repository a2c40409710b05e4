/** Models and prices a deployment added as files in its data folder; every fault of every file is told at once. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { builtInModels } from "#lib/models/built-in.ts";
import type { CatalogueAdditions } from "#lib/models/catalogue.ts";
import type { ModelEntry } from "#lib/models/model.ts";
import { parseModelEntry } from "#lib/models/parse-entry.ts";
import { ConfigError } from "./config.ts";

export async function loadModelsOnDisk(dataFolder: string): Promise<Required<CatalogueAdditions>> {
  const faults: string[] = [];
  const extra = await loadModels(path.join(dataFolder, "models"), faults);
  const known = new Set([...builtInModels, ...extra].map((entry) => entry.id));
  const prices = await loadPrices(path.join(dataFolder, "prices.json"), known, faults);
  if (faults.length > 0) throw new ConfigError(faults);
  return { extra, prices };
}

async function loadModels(folder: string, faults: string[]): Promise<ModelEntry[]> {
  const names = (await listFolder(folder, faults)).filter((name) => name.endsWith(".json")).sort();
  const entries: ModelEntry[] = [];
  for (const name of names) {
    const json = await readJson(path.join(folder, name), `models/${name}`, faults);
    if (json === undefined) continue;
    const parsed = parseModelEntry(json);
    if ("faults" in parsed) faults.push(...parsed.faults.map((fault) => `models/${name}: ${fault}`));
    else if ([...builtInModels, ...entries].some((entry) => entry.id === parsed.entry.id))
      faults.push(`models/${name}: expected a new id but ${parsed.entry.id} exists`);
    else entries.push(parsed.entry);
  }
  return entries;
}

async function loadPrices(file: string, known: ReadonlySet<string>, faults: string[]): Promise<Record<string, number>> {
  const json = await readJson(file, "prices.json", faults);
  if (json === undefined) return {};
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    faults.push("prices.json: expected an object of dollars per picture by the ids of models");
    return {};
  }
  const prices: Record<string, number> = {};
  for (const [id, price] of Object.entries(json)) {
    if (!known.has(id)) faults.push(`prices.json: expected the id of a model but received "${id}"`);
    else if (typeof price !== "number" || !Number.isFinite(price) || price < 0)
      faults.push(`prices.json: expected dollars per picture for ${id}`);
    else prices[id] = price;
  }
  return prices;
}

async function listFolder(folder: string, faults: string[]): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (!isMissing(error)) faults.push(`models: expected a folder that can be read (${messageOf(error)})`);
    return [];
  }
}

/** undefined where there is no such file, or where a fault has been told. */
async function readJson(file: string, shown: string, faults: string[]): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    if (!isMissing(error)) faults.push(`${shown}: expected a file with JSON (${messageOf(error)})`);
    return undefined;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
