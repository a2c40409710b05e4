/**
 * Resolves once a picture is there and decoded, so that the frame that shows it shows all of it. A picture that cannot be had, or
 * not soon, is for the one who shows it to tell of.
 */
const longestMs = 3000;

export async function decodeAhead(source: string): Promise<void> {
  const image = new Image();
  image.src = source;
  await Promise.race([image.decode().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, longestMs))]);
}
