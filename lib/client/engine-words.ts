/** What the local engine says of a run: what it did, what it took for the thing that was named, and what it had to leave out. */
import type { Prediction } from "#lib/wire.ts";

/** Progress and seed stand in the same logs, in the form gateways use, and lines of the studio itself. */
const forMachines = /^(?:\s*\d+%\||Using seed:|Pentimento: )/u;

/** A gateway's logs are its own affair. */
export function engineWords({ provider, logs }: Pick<Prediction, "provider" | "logs">): readonly string[] {
  if (provider !== "local") return [];
  const lines = logs.split("\n").filter((line) => line.trim() !== "" && !forMachines.test(line));
  return [...new Set(lines)];
}
