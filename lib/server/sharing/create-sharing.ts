/** A link reaches what it was made for and nothing else: every question is answered from the set of edits it opens. */
import { AppError, invalidInput } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { type Lifetime, maxRemarks, type ReviewedEdit } from "#lib/review-wire.ts";
import type { Clock } from "#lib/server/clock.ts";
import { toIso, toWirePicture } from "#lib/server/projects/present.ts";
import { hashToken, newToken } from "#lib/server/secret-token.ts";
import type { Records, RemarkRecord, ShareRecord, StoredEdit } from "#lib/server/storage/records.ts";
import { noReplies, type Replies, stateOf, toWireRemark, toWireShare } from "./present-share.ts";
import type { HeldLink, Sharing } from "./sharing.ts";

const dayMs = 24 * 3600 * 1000;
const lifetimeMs: Readonly<Record<Lifetime, number | null>> = { day: dayMs, week: 7 * dayMs, month: 30 * dayMs, never: null };

interface Opened {
  readonly share: ShareRecord;
  readonly projectName: string;
  /** What is shared, and what of it came from where. */
  readonly edits: readonly StoredEdit[];
  readonly openIds: readonly string[];
  readonly firstId: string;
}

export function createSharing({ records, clock }: { readonly records: Records; readonly clock: Clock }): Sharing {
  async function requireProject(id: string) {
    const project = await records.projects.get(id);
    if (project) return project;
    throw new AppError("not_found", `Expected the id of a project but received "${id.slice(0, 80)}"`);
  }

  async function open({ shareId, token }: HeldLink): Promise<Opened> {
    const opened = await openBy(token);
    if (opened.share.id !== shareId) throw noSuchLink();
    return opened;
  }

  async function openBy(token: string): Promise<Opened> {
    const share = await records.shares.byToken(hashToken(token));
    if (!share || stateOf(share, clock.now()) !== "open") throw noSuchLink();
    const project = await records.projects.get(share.projectId);
    const all = (await records.edits.ofProject(share.projectId)).filter(({ deletedAtMs }) => deletedAtMs === null);
    const shared = share.editId === null ? all : all.filter(({ id }) => id === share.editId);
    const first = worthJudging(shared, project?.currentEditId) ?? shared.at(-1);
    if (!project || !first) throw noSuchLink();
    const wanted = new Set(shared.flatMap(({ id, parentId }) => (parentId === null ? [id] : [id, parentId])));
    const edits = all.filter(({ id }) => wanted.has(id));
    return { share, projectName: project.name, edits, openIds: shared.map(({ id }) => id), firstId: first.id };
  }

  async function repliesTo(projectId: string, ids: readonly string[]): Promise<Replies> {
    return { notes: await records.notes.ofProject(projectId), settled: await records.notes.settled(ids) };
  }

  async function viewAll(projectId: string, shares: readonly ShareRecord[]) {
    const remarks = await records.shares.remarks(shares.map(({ id }) => id));
    const replies = await repliesTo(
      projectId,
      remarks.map(({ id }) => id),
    );
    return shares.map((share) => toWireShare(share, remarks, replies, clock.now()));
  }

  return {
    async create(projectId, { editId, lifetime }) {
      await requireProject(projectId);
      if (editId !== null) {
        const edit = await records.edits.get(editId);
        if (edit?.projectId !== projectId || edit.deletedAtMs !== null) throw foreignEdit();
      }
      const nowMs = clock.now();
      const token = newToken();
      const lastsMs = lifetimeMs[lifetime];
      const share: ShareRecord = {
        id: newId("shr", nowMs),
        projectId,
        editId,
        tokenHash: hashToken(token),
        createdAtMs: nowMs,
        expiresAtMs: lastsMs === null ? null : nowMs + lastsMs,
        revokedAtMs: null,
      };
      await records.shares.create(share);
      return { share: toWireShare(share, [], noReplies, nowMs), token };
    },

    async list(projectId) {
      await requireProject(projectId);
      return viewAll(projectId, await records.shares.ofProject(projectId));
    },

    async revoke(shareId) {
      await records.shares.revoke(shareId, clock.now());
      const share = await records.shares.get(shareId);
      const [viewed] = share ? await viewAll(share.projectId, [share]) : [];
      if (viewed) return viewed;
      throw new AppError("not_found", `Expected the id of a review link but received "${shareId.slice(0, 80)}"`);
    },

    async enter(token) {
      return (await openBy(token)).share.id;
    },

    async review(link) {
      const { share, projectName, edits, openIds, firstId } = await open(link);
      const pictures = await records.pictures.getMany([...new Set(edits.map(({ pictureId }) => pictureId))]);
      const remarks = (await records.shares.remarks([share.id])).filter(({ editId }) => openIds.includes(editId));
      const replies = await repliesTo(
        share.projectId,
        remarks.map(({ id }) => id),
      );
      const known = new Set(edits.map(({ id }) => id));
      const shown = edits.flatMap(({ id, name, parentId, pictureId, createdAtMs }): ReviewedEdit[] => {
        const picture = pictures.find((one) => one.id === pictureId);
        const seenParent = parentId !== null && known.has(parentId) ? parentId : null;
        return picture ? [{ id, name, parentId: seenParent, picture: toWirePicture(picture), createdAt: toIso(createdAtMs) }] : [];
      });
      return {
        name: share.editId === null ? projectName : (edits.find(({ id }) => id === share.editId)?.name ?? projectName),
        ...{ edits: shown, openIds, firstId },
        expiresAt: share.expiresAtMs === null ? null : toIso(share.expiresAtMs),
        remarks: remarks.map((remark) => toWireRemark(remark, replies)),
      };
    },

    async addRemark(link, { editId, author, text, at, verdict }) {
      const { share, openIds } = await open(link);
      if (!openIds.includes(editId)) throw foreignEdit();
      if (text === "" && verdict === null) {
        throw invalidInput({ field: "text", rule: "required", message: "Expected words or a verdict for text but received neither" });
      }
      const nowMs = clock.now();
      const place = { x: at?.x ?? null, y: at?.y ?? null };
      const remark: RemarkRecord = {
        ...{ id: newId("rmk", nowMs), shareId: share.id, editId, author, text, ...place, verdict, createdAtMs: nowMs },
      };
      if (await records.shares.addRemark(remark, maxRemarks)) return toWireRemark(remark, noReplies);
      throw new AppError("review_full", `Expected at most ${maxRemarks} remarks on a review link but this one has as many`);
    },

    async requirePicture(link, pictureId) {
      const { edits } = await open(link);
      if (!edits.some((edit) => edit.pictureId === pictureId)) throw noSuchLink();
    },
  };
}

/** The same for a link that never was, has expired, was revoked, or does not reach so far: nothing can be told apart. */
function noSuchLink(): AppError {
  return new AppError("not_found", "Expected a review link that is open, and something that it shows");
}

function foreignEdit(): AppError {
  return invalidInput({ field: "editId", rule: "format", message: "Expected the id of an edit that can be shared here for editId" });
}

/** What was kept; where nothing was yet, the newest there is: nobody is asked about the picture everything began with. */
function worthJudging(shared: readonly StoredEdit[], currentId: string | null | undefined): StoredEdit | undefined {
  const kept = shared.find(({ id }) => id === currentId);
  return kept?.parentId ? kept : shared.findLast(({ parentId }) => parentId !== null);
}
