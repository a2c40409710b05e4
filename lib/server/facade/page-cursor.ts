/**
 * Where a page of the list begins. Rows are only ever read forwards, so a cursor remembers the pages before its own as
 * well, and the way back is a shorter cursor.
 */
export interface PageCursor {
  /** Id of the last prediction of each page before, the nearest one last. */
  readonly trail: readonly string[];
}

const longestTrail = 200;

export function readCursor(text: string | undefined): PageCursor {
  const ids = text?.split(".") ?? [];
  return { trail: ids.every((id) => /^[0-9a-z]{1,40}$/.test(id)) ? ids.slice(-longestTrail) : [] };
}

export function writeCursor({ trail }: PageCursor): string {
  return trail.slice(-longestTrail).join(".");
}
