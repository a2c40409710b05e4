/** The logs of a prediction: our own lines at the top, then whatever the provider tells, cut to a bearable length. */
const ownPrefix = "Pentimento: ";
const longest = 100_000;

export function asOwnLines(notes: readonly string[]): string {
  return notes.map((note) => `${ownPrefix}${note}\n`).join("");
}

/** `told` replaces what the provider told before; a provider that tells nothing takes nothing away. */
export function withOwnLines(previous: string, told: string): string {
  if (told === "") return previous;
  const own = previous.split(/(?<=\n)/).filter((line) => line.startsWith(ownPrefix));
  return own.join("") + told.slice(-longest);
}
