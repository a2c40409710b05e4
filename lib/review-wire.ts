/** What crosses the network about review links: those who share, and those who only have the link. */
import type { Edit } from "./wire.ts";

export const lifetimes = ["day", "week", "month", "never"] as const;
export type Lifetime = (typeof lifetimes)[number];

export const verdicts = ["approved", "changes"] as const;
export type Verdict = (typeof verdicts)[number];

export const maxRemarkLetters = 2000;
export const maxAuthorLetters = 80;
export const maxRemarks = 500;

/** Of the picture's width and height, 0..1. */
export interface Pin {
  readonly x: number;
  readonly y: number;
}

/** What the studio said to it. */
export interface Answer {
  readonly id: string;
  readonly text: string;
  readonly createdAt: string;
}

export interface Remark {
  readonly id: string;
  readonly editId: string;
  readonly author: string;
  readonly text: string;
  readonly at: Pin | null;
  readonly verdict: Verdict | null;
  readonly createdAt: string;
  readonly answers: readonly Answer[];
  /** When the studio said that it is settled. */
  readonly settledAt: string | null;
}

export type NewRemark = Omit<Remark, "id" | "createdAt" | "answers" | "settledAt">;

/** What is said about a project, as the studio sees it: by those who came by a link, and its own notes, which nobody else sees. */
export interface StudioRemark extends Remark {
  readonly from: "link" | "studio";
}

export type NewNote = Pick<NewRemark, "editId" | "text" | "at">;

export const remarkPaths = {
  ofProject: (projectId: string) => `/api/projects/${projectId}/remarks`,
  remark: (id: string) => `/api/remarks/${id}`,
  answers: (id: string) => `/api/remarks/${id}/answers`,
} as const;

/** Of one project, answers among them. */
export const maxNotes = 2000;

/** A link as the studio sees it. Its address is told once, when it is made. */
export interface Share {
  readonly id: string;
  /** Null: the whole project. */
  readonly editId: string | null;
  readonly state: "open" | "expired" | "revoked";
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly remarks: readonly Remark[];
}

export interface NewShare {
  readonly editId: string | null;
  readonly lifetime: Lifetime;
}

export interface MadeShare {
  readonly share: Share;
  readonly token: string;
}

export type ReviewedEdit = Pick<Edit, "id" | "name" | "parentId" | "picture" | "createdAt">;

/** Everything that a link shows. */
export interface Review {
  readonly name: string;
  /** The shared edits; before them what they came from. */
  readonly edits: readonly ReviewedEdit[];
  /** The edits one may speak about: not what is only there to compare with. */
  readonly openIds: readonly string[];
  readonly firstId: string;
  readonly expiresAt: string | null;
  readonly remarks: readonly Remark[];
}
