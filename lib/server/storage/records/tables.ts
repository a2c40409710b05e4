/** Rows as they lie in the database: the records, with JSON as text, booleans as integers, and the lease that no record shows. */
import type { Kysely } from "kysely";
import type { CapRecord, HeldRecord, LedgerEntry } from "../ledger-records.ts";
import type {
  AccessTokenRecord,
  AuditRecord,
  IdentityRecord,
  InvitationRecord,
  PersonRecord,
  SessionRecord,
  WayBackRecord,
} from "../people-records.ts";
import type {
  EditRecord,
  NoteRecord,
  PictureRecord,
  PredictionOutput,
  PredictionRecord,
  ProjectRecord,
  PromptRecord,
  RemarkRecord,
  ReplayRecord,
  ShareRecord,
} from "../records.ts";

/** What can be marked and hidden, and found by its text, folded by foldText. */
interface Keepable {
  readonly starred: number;
  readonly deletedAtMs: number | null;
  readonly searchText: string;
}

export interface ProjectRow extends Omit<ProjectRecord, "isPrivate">, Keepable {
  readonly isPrivate: number;
}

export interface PictureRow extends Omit<PictureRecord, "hasAlpha" | "notes"> {
  readonly hasAlpha: number;
  readonly notes: string;
}

export interface EditRow extends Omit<EditRecord, "fidelity">, Keepable {
  readonly fidelity: string | null;
  /** Keeps pictures of one run, which are born in the same millisecond, in the order they came. */
  readonly position: number;
}

export interface PredictionRow extends Omit<PredictionRecord, "inputs" | "frame" | "outputs" | "error" | "waiting"> {
  readonly inputs: string;
  readonly frame: string | null;
  readonly outputs: string;
  readonly error: string | null;
  readonly waiting: string | null;
  readonly leaseOwner: string | null;
  readonly leaseUntilMs: number | null;
  /** The prompt, folded. */
  readonly searchText: string;
}

export interface PredictionOutputRow extends Omit<PredictionOutput, "index"> {
  readonly predictionId: string;
  readonly position: number;
}

export interface PromptRow extends PromptRecord {
  /** Whose words they are; empty where nobody was asked. */
  readonly personId: string;
  /** What a search looks at. */
  readonly folded: string;
}

export interface ReplayRow extends Omit<ReplayRecord, "steps" | "error" | "isNewProject" | "keepsSeeds"> {
  readonly steps: string;
  readonly error: string | null;
  readonly isNewProject: number;
  readonly keepsSeeds: number;
  readonly leaseOwner: string | null;
  readonly leaseUntilMs: number | null;
}

/** In code columns are written as in the records (updatedAtMs), in the database with underscores (updated_at_ms). */
export interface Tables {
  readonly projects: ProjectRow;
  readonly pictures: PictureRow;
  readonly holdings: { readonly pictureId: string; readonly holderId: string };
  readonly edits: EditRow;
  readonly predictions: PredictionRow;
  readonly predictionOutputs: PredictionOutputRow;
  readonly prompts: PromptRow;
  readonly shares: ShareRecord;
  readonly remarks: RemarkRecord;
  readonly people: PersonRecord;
  readonly founding: { readonly one: number };
  readonly identities: IdentityRecord;
  readonly sessions: SessionRecord;
  readonly factorCodes: { readonly codeHash: string; readonly personId: string };
  readonly waysBack: WayBackRecord;
  readonly invitations: InvitationRecord;
  readonly accessTokens: AccessTokenRecord;
  readonly audit: AuditRecord;
  readonly notes: NoteRecord;
  readonly settlements: { readonly remarkId: string; readonly settledAtMs: number };
  readonly replays: ReplayRow;
  readonly ledger: LedgerEntry;
  readonly held: HeldRecord;
  readonly caps: CapRecord;
  readonly rates: { readonly key: string; readonly points: number; readonly expire: number | null };
}

export type Dialect = "sqlite" | "postgres";

export interface Store {
  readonly db: Kysely<Tables>;
  readonly dialect: Dialect;
}
