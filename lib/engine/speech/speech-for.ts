import { chinese } from "./chinese.ts";
import { english } from "./english.ts";
import type { Speech } from "./speech.ts";

/** The language somebody asked in. */
export function speechFor(prompt: string): Speech {
  return /[\u4e00-\u9fff]/u.test(prompt) ? chinese : english;
}
