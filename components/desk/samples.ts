/** Pictures of our own to begin with, so that the first result is two clicks away; each one's title is a message. */
export const samples = ["lake", "still-life", "city", "dune", "balloon"] as const;
export type Sample = (typeof samples)[number];

/** Whoever has this many projects knows the way. */
export const enoughProjects = 3;

export function samplePath(sample: Sample): string {
  return `/samples/${sample}.webp`;
}

/** The picture as a file called like its title, as if it had been chosen. */
export async function fetchSample(sample: Sample, title: string): Promise<File> {
  const answer = await fetch(samplePath(sample));
  if (!answer.ok) throw new Error(`Expected the sample ${sample} but received ${answer.status}`);
  return new File([await answer.blob()], `${title}.webp`, { type: "image/webp" });
}

const key = "samples-hidden";

export function areSamplesHidden(store: Pick<Storage, "getItem">): boolean {
  try {
    return store.getItem(key) === "yes";
  } catch {
    return false;
  }
}

export function hideSamples(store: Pick<Storage, "setItem">): void {
  try {
    store.setItem(key, "yes");
  } catch {
    // Without a store they come back after a reload, which harms nobody.
  }
}
