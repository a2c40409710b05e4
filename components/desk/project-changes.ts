/** What changes projects: nobody needs it before a first press, and by then it is here as a rule. */
import { connectionLost } from "#lib/client/client-error.ts";

export const projectChanges = {
  load: () =>
    import("#lib/client/project-actions.ts").catch((cause: unknown) => {
      throw connectionLost(cause);
    }),
};

export type ProjectChanges = Awaited<ReturnType<typeof projectChanges.load>>;
