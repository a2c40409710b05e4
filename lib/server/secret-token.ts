/** A secret that is handed out: 256 random bits. Only its hash is stored, so a copy of the database opens nothing. */
import { createHash, randomBytes } from "node:crypto";

export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
