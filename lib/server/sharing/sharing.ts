/** Links by which others look at a project or an edit, and speak about it. The interface; create-sharing.ts is behind it. */
import type { MadeShare, NewRemark, NewShare, Remark, Review, Share } from "#lib/review-wire.ts";

/** A link, and the secret by which somebody shows that it was given to them. */
export interface HeldLink {
  readonly shareId: string;
  readonly token: string;
}

export interface Sharing {
  create(projectId: string, request: NewShare): Promise<MadeShare>;
  list(projectId: string): Promise<readonly Share[]>;
  revoke(shareId: string): Promise<Share>;
  /** Which link it is that this secret opens. This and the next three throw one and the same not_found, whatever is wrong with the link. */
  enter(token: string): Promise<string>;
  review(link: HeldLink): Promise<Review>;
  addRemark(link: HeldLink, remark: NewRemark): Promise<Remark>;
  /** Throws also for a picture that does not belong to what is shared. */
  requirePicture(link: HeldLink, pictureId: string): Promise<void>;
}
