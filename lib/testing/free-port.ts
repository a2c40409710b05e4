/** A port of this machine that nobody listens on just now. */
import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Below those that systems hand out by themselves, which may be another test's before the one it was meant for has begun to listen. */
const [from, to] = [15_000, 32_000];

export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = randomInt(from, to);
    if (await isFree(port)) return port;
  }
  throw new Error(`Expected a free port from ${from} to ${to}`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer().once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}
