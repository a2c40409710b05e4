/**
 * A provider that does what a test wrote down, call by call, for the races of the life cycle that no server can be
 * timed to. What crosses the network is tested against the fake gateway instead.
 */
import { writeFile } from "node:fs/promises";
import type { Ask, CancelAnswer, Listed, Provider, Snapshot } from "#lib/server/providers/provider.ts";

type Scripted<Value> = Value | Error | (() => Promise<Value>);

export interface Script {
  ask?: Scripted<Snapshot>[];
  read?: Scripted<Snapshot>[];
  cancel?: Scripted<CancelAnswer>[];
  recent?: Scripted<readonly Listed[] | null>[];
  download?: Scripted<Uint8Array>[];
}

export interface ScriptedProvider extends Provider {
  readonly asked: readonly Ask[];
  readonly calls: readonly string[];
  /** Replaces what is left to play. */
  play(script: Script): void;
}

export function createScriptedProvider(options: { readonly asksAreFree?: boolean } = {}): ScriptedProvider {
  let script: Script = {};
  const asked: Ask[] = [];
  const calls: string[] = [];

  async function next<Value>(name: keyof Script, queue: Scripted<Value>[] | undefined): Promise<Value> {
    calls.push(name);
    const value = queue?.shift();
    if (value === undefined) throw new Error(`The script has nothing left for ${name}`);
    if (value instanceof Error) throw value;
    return typeof value === "function" ? (value as () => Promise<Value>)() : value;
  }

  return {
    name: "replicate",
    host: "gateway.test",
    asksAreFree: options.asksAreFree ?? false,
    pictureEncoding: { mode: "lossless" },
    mostEditedPixels: null,
    asked,
    calls,
    play: (replacement) => {
      script = replacement;
    },
    async ask(ask) {
      asked.push(ask);
      return next("ask", script.ask);
    },
    read: () => next("read", script.read),
    check: async () => "works",
    cancel: () => next("cancel", script.cancel),
    recent: () => next("recent", script.recent),
    async download(_address, path) {
      const bytes = await next("download", script.download);
      await writeFile(path, bytes);
      return { bytes: bytes.byteLength };
    },
    forget: async () => undefined,
  };
}

export function snapshot(state: Snapshot["state"], more: Partial<Snapshot> = {}): Snapshot {
  return { id: "up-1", state, outputs: [], logs: "", error: null, dataRemoved: false, tookMs: null, ...more };
}
