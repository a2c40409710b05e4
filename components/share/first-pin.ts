import type { Pin } from "#lib/review-wire.ts";

/** Where a new pin waits to be moved: near the middle, and not on the grip of the line that stands there. */
export const firstPin: Pin = { x: 0.5, y: 0.35 };
