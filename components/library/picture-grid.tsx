import { Photo } from "#components/ui/photo.tsx";
import { type Edit, paths } from "#lib/wire.ts";
import type { LibraryPicture } from "./library-picture.ts";

interface PictureGridProps {
  readonly edits: readonly Edit[];
  readonly onPick: (picture: LibraryPicture) => void;
}

/** Newest first; a picture that stands in several edits is one. */
export function PictureGrid({ edits, onPick }: PictureGridProps) {
  const shown = edits.filter(({ deletedAt }) => deletedAt === null).toReversed();
  const pictures = [...new Map(shown.map((edit) => [edit.picture.id, edit])).values()];
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(4.5rem,1fr))] gap-1.5">
      {pictures.map(({ id, picture, name }) => (
        <li key={id}>
          <button
            type="button"
            title={name}
            onClick={() => onPick({ picture, name })}
            className="checkered relative block aspect-square w-full overflow-hidden rounded-md border border-line hover:border-edge"
          >
            <Photo src={paths.thumbnail(picture.id, 256)} alt={name} className="object-cover" />
          </button>
        </li>
      ))}
    </ul>
  );
}
