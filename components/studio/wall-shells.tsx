/** The walls around the stage as long as nothing stands at them yet: drawn by the server, and for a moment while the room is put up. */
import { Photo } from "#components/ui/photo.tsx";
import { type Project, paths } from "#lib/wire.ts";
import { withoutDeleted } from "./shown-project.ts";

const lastCards = 12;

/** Where the walls lie below one another it is high enough that nothing above it moves when the form comes. */
export function PanelShell() {
  return <div aria-hidden className="border-line bg-panel max-lg:min-h-[60svh] max-lg:border-t lg:border-l [grid-area:composer]" />;
}

export function HistoryShell({ project }: { readonly project: Project | null }) {
  const edits = project ? withoutDeleted(project).shown.edits : [];
  return (
    <div aria-hidden className="flex min-h-[8.25rem] gap-2.5 overflow-hidden border-t border-line bg-panel p-3 [grid-area:history]">
      {edits.slice(-lastCards).map(({ id, picture }) => (
        <span key={id} className="relative h-20 w-32 shrink-0 overflow-hidden rounded-md bg-stage">
          <Photo src={paths.thumbnail(picture.id, 256)} alt="" className="object-cover" />
        </span>
      ))}
    </div>
  );
}
