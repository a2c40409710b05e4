/** Ids sort by time of birth (48 bits of milliseconds, 80 random bits, 26 lower-case Crockford digits) and say what they name. */
const digits = "0123456789abcdefghjkmnpqrstvwxyz";

export type IdPrefix = ("prj" | "edt" | "prd" | "req" | "shr" | "rmk" | "nte" | "rpl") | ("psn" | "ses" | "inv" | "tok" | "aud");

export function newId(prefix: IdPrefix, nowMs: number = Date.now()): string {
  let time = "";
  for (let rest = nowMs, index = 0; index < 10; index += 1, rest = Math.floor(rest / 32)) time = digits[rest % 32] + time;
  const random = crypto.getRandomValues(new Uint8Array(16));
  return `${prefix}_${time}${Array.from(random, (byte) => digits[byte % 32]).join("")}`;
}

/** A picture is named by its bytes: the same bytes are the same picture. */
export function pictureId(sha256: string): string {
  return `pic_${sha256}`;
}

export function isPictureId(value: string): boolean {
  return /^pic_[0-9a-f]{64}$/.test(value);
}

export function sha256Of(picture: string): string {
  return picture.slice("pic_".length);
}

/** What is made through the facade appears in this one project; where people are asked who they are, each has one of their own. */
export const apiProjectId = "prj_api";

export function apiProjectOf(personId: string | null): string {
  return personId === null ? apiProjectId : `${apiProjectId}_${personId.replace(/^psn_/, "")}`;
}

export function isApiProject(id: string): boolean {
  return id.startsWith(apiProjectId);
}
