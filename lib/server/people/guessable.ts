/** Whether a password is among the first that anybody would try: a frequent one, also over and over, or hardly more than what everybody knows of its owner. */
import { invalidInput } from "#lib/errors.ts";

interface Owner {
  readonly name: string;
  readonly email: string;
}

/** What is left of a password without what is known must still be a secret. */
const fewestOwnLetters = 6;
const shortestWord = 3;

let loading: Promise<ReadonlySet<string>> | null = null;

export async function isGuessable(password: string, owner: Owner): Promise<boolean> {
  const plain = fold(password);
  const unit = repeatedUnit(plain);
  if (unit.length < shortestWord || hidden(plain, owner).length < fewestOwnLetters) return true;
  loading ??= loadFrequent();
  const frequent = await loading;
  return frequent.has(plain) || frequent.has(unit);
}

export async function requireSecret(field: string, password: string, owner: Owner): Promise<void> {
  if (!(await isGuessable(password, owner))) return;
  throw invalidInput({
    field,
    rule: "guessable",
    message: `Expected a password that is not among the first anybody would try for ${field}`,
  });
}

/** Tens of thousands: only a team's studio reads them, and only once somebody chooses a password. */
async function loadFrequent(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  return new Set(dictionary["passwords-common"]);
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** What makes up all of it when it is written again and again; all of it where nothing does. */
function repeatedUnit(text: string): string {
  return text.slice(0, `${text}${text}`.indexOf(text, 1));
}

function hidden(plain: string, { name, email }: Owner): string {
  const known = [fold(email), ...fold(email).split(/[^\p{L}\p{N}]+/u), ...fold(name).split(/\s+/), "pentimento"];
  const words = known.filter((word) => word.length >= shortestWord).toSorted((one, other) => other.length - one.length);
  return words.reduce((left, word) => left.replaceAll(word, ""), plain);
}
