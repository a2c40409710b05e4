/** What the desk says when something went wrong or can be taken back: on its way once the desk rests, no weight before. */
import { onDemand } from "#lib/client/on-demand.tsx";

const notices = () => import("./notices.ts");
export const OfflineNote = onDemand(async () => ({ default: (await notices()).OfflineNote }));
export const ProblemNotice = onDemand(async () => ({ default: (await notices()).ProblemNotice }));
export const UndoNotice = onDemand(async () => ({ default: (await notices()).UndoNotice }));
