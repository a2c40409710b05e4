/** A mask that came as a file, among the values of a draft: it belongs to the picture it was given for and is put aside while another is on the stage. */
export function writeMask(maskId: string, pictureId: string | null): string {
  return pictureId === null ? maskId : `${maskId} ${pictureId}`;
}

/** The mask for this picture. One that was given before there was a picture is for whichever comes. */
export function readMask(value: string, pictureId: string | null): string | undefined {
  const [maskId, ownerId] = value.split(" ");
  return ownerId === undefined || pictureId === null || ownerId === pictureId ? maskId : undefined;
}
