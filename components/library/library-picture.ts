import type { Picture } from "#lib/wire.ts";

/** A picture of the studio as one picks it: with the name it has where it was found. */
export interface LibraryPicture {
  readonly picture: Picture;
  readonly name: string;
}
