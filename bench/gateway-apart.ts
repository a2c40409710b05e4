/** A gateway in a process of its own, as one is in life: what a bench's process has to do beside slows none of its answers. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import type { GatewayState } from "#lib/testing/fake-gateway/control.ts";
import { startFakeGateway } from "#lib/testing/fake-gateway/fake-gateway.ts";
import type { Script } from "#lib/testing/fake-gateway/upstream.ts";

interface Address {
  readonly origin: string;
  readonly baseUrl: string;
  readonly token: string;
}

export interface GatewayApart extends Address {
  setScript(script: Script): Promise<void>;
  state(): Promise<GatewayState>;
  close(): void;
}

/** Whatever it is asked for, the picture in the file is the result. */
export async function startGatewayApart(picture: { readonly file: string; readonly mime: string }): Promise<GatewayApart> {
  const child = fork(import.meta.filename, [picture.file, picture.mime]);
  const [address] = (await once(child, "message")) as [Address];
  return {
    ...address,
    async setScript(script) {
      await fetch(`${address.origin}/__script`, { method: "POST", body: JSON.stringify(script) });
    },
    async state() {
      return (await fetch(`${address.origin}/__state`)).json() as Promise<GatewayState>;
    },
    close: () => void child.kill(),
  };
}

const [file, mime] = process.argv.slice(2);
if (process.argv[1] === import.meta.filename && file && mime) {
  const bytes = await readFile(file);
  const { origin, baseUrl, token } = await startFakeGateway({ paint: () => ({ bytes, mime }) });
  process.send?.({ origin, baseUrl, token } satisfies Address);
}
