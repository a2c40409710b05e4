/** All that the desk may have to say, in one piece: each alone would cost the first visit its address. */
export { OfflineNote } from "#components/ui/offline-note.tsx";
export { ProblemNotice } from "#components/ui/problem-notice.tsx";
export { UndoNotice } from "#components/ui/undo-notice.tsx";
