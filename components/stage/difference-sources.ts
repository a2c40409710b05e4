/** The edits that the open one can be laid over to see what changed: those of the same proportions, the one it came from first. */
import type { Edit } from "#lib/wire.ts";

type Compared = Pick<Edit, "id" | "name" | "parentId" | "picture">;

export interface DifferenceSource {
  readonly id: string;
  readonly name: string;
  readonly pictureId: string;
  readonly isParent: boolean;
}

/** Models answer in their own sizes, which are off by a few pixels. */
const slack = 0.02;

export function differenceSources(open: Compared, others: readonly Compared[]): readonly DifferenceSource[] {
  const shape = ({ picture }: Compared) => picture.width / picture.height;
  return others
    .filter((edit) => edit.id !== open.id && edit.picture.id !== open.picture.id && Math.abs(shape(edit) / shape(open) - 1) < slack)
    .map(({ id, name, picture }) => ({ id, name, pictureId: picture.id, isParent: id === open.parentId }))
    .sort((one, other) => Number(other.isParent) - Number(one.isParent));
}
