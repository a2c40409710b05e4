/** How long somebody who signed in stays so, and what they have to show. */
const hourMs = 3600 * 1000;
const dayMs = 24 * hourMs;

export interface SessionSettings {
  /** However busy it is, by what it was opened with. */
  readonly longestMs: { readonly password: number; readonly provider: number };
  readonly mostEach: number;
  /** Whoever comes by a password needs a second factor, too. */
  readonly needsFactor: boolean;
}

interface SessionQuestion {
  readonly integer: (name: "SESSION_DAYS" | "SESSIONS_EACH" | "OIDC_SESSION_HOURS", fallback: number, min: number, max: number) => number;
  readonly text: (name: "SECOND_FACTOR") => string;
  readonly fault: (name: "SECOND_FACTOR", expected: string, received?: string) => void;
}

export function readSessionRules({ integer, text, fault }: SessionQuestion): SessionSettings {
  const written = text("SECOND_FACTOR") || "optional";
  if (written !== "optional" && written !== "required") fault("SECOND_FACTOR", "optional or required", written);
  return {
    longestMs: {
      password: integer("SESSION_DAYS", 90, 1, 365) * dayMs,
      // A day's work: whoever may no longer come by the provider is out the next morning.
      provider: integer("OIDC_SESSION_HOURS", 12, 1, 2160) * hourMs,
    },
    mostEach: integer("SESSIONS_EACH", 10, 1, 100),
    needsFactor: written === "required",
  };
}
