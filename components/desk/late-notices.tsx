/** What the desk says when something went wrong or can be taken back: on its way once the desk rests, no weight before. */
import { onDemand } from "#lib/client/on-demand.tsx";

export const ProblemNotice = onDemand(async () => ({ default: (await import("#components/ui/problem-notice.tsx")).ProblemNotice }));
export const OfflineNote = onDemand(async () => ({ default: (await import("#components/ui/offline-note.tsx")).OfflineNote }));
export const UndoNotice = onDemand(async () => ({ default: (await import("#components/ui/undo-notice.tsx")).UndoNotice }));
