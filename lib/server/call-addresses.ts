/**
 * The addresses under which a gateway may say that a run is over: one for each run, which nobody can guess. What opens it is
 * computed from the run's id, so nothing is kept, and every process that has the gateway's key knows it.
 */
import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

export interface CallAddresses {
  of(predictionId: string): string;
  isTokenOf(predictionId: string, token: string): boolean;
}

interface Settings {
  /** The key of the gateway: what is derived from it tells nothing of it. */
  readonly secret: string;
  /** The studio's, as the gateway reaches it. */
  readonly origin: string;
}

const purpose = "pentimento: a gateway says that a run is over";

export function createCallAddresses({ secret, origin }: Settings): CallAddresses {
  const key = Buffer.from(hkdfSync("sha256", secret, "", purpose, 32));
  const sign = (predictionId: string) => createHmac("sha256", key).update(predictionId).digest();
  return {
    of: (id) => `${origin}/api/predictions/${id}/over/${sign(id).toString("base64url")}`,
    isTokenOf(predictionId, token) {
      const given = Buffer.from(token, "base64url");
      const right = sign(predictionId);
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}
