/** An installation that asks who comes and that nobody owns yet: the one who can start it, or read its log, may be first. */
import { isLoopbackName } from "#lib/loopback.ts";
import { newToken } from "#lib/server/secret-token.ts";
import type { Records } from "#lib/server/storage/records.ts";

interface SetUpSettings {
  readonly auth: "none" | "people";
  readonly host: string;
  readonly setUpCode: string | null;
}

/** Null where nobody needs one any more. */
export async function settleSetUpCode(records: Records, { auth, host, setUpCode }: SetUpSettings): Promise<string | null> {
  if (auth === "none" || (await records.people.hasAny())) return null;
  if (setUpCode !== null) return setUpCode;
  if (!isLoopbackName(host)) {
    throw new Error(
      [
        "Nobody owns this installation yet, and the network can reach it. One of these:",
        "  - SETUP_CODE=<at least 16 characters of your own>, then open /set-up with it",
        "  - start it once with HOST=127.0.0.1 AUTH=people, and open /set-up on this machine",
        "  - AUTH=none, if everybody who reaches it shall own it",
      ].join("\n"),
    );
  }
  const code = newToken();
  // Standard output is not shown by the starter; this is for the person at the terminal.
  console.error(`Nobody owns this installation yet. Open /set-up with this code: ${code}`);
  return code;
}
