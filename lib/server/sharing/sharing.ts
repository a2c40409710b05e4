/** Links by which others look at a project or an edit, and speak about it. The interface; create-sharing.ts is behind it. */
import type { MadeShare, NewRemark, NewShare, Remark, Review, Share } from "#lib/review-wire.ts";

export interface Sharing {
  create(projectId: string, request: NewShare): Promise<MadeShare>;
  list(projectId: string): Promise<readonly Share[]>;
  revoke(shareId: string): Promise<Share>;
  /** This and the next two throw one and the same not_found, whatever is wrong with the link. */
  review(token: string): Promise<Review>;
  addRemark(token: string, remark: NewRemark): Promise<Remark>;
  /** Throws also for a picture that does not belong to what is shared. */
  requirePicture(token: string, pictureId: string): Promise<void>;
}
