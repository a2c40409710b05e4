/** Projects and their trees of edits. */
import type { Edit, Page, Project, ProjectCard, ProjectFilter } from "#lib/wire.ts";

export interface Projects {
  /** Where people are asked who they are, it is for the eyes of whoever made it until they share it. */
  create(request: { readonly name: string; readonly pictureId?: string; readonly madeBy: string | null }): Promise<Project>;
  /** The project of what this person makes through the facade; made at the first call. */
  ensureApi(personId: string | null): Promise<string>;
  list(request: {
    /** The `next` of the page before. */
    readonly after?: string;
    readonly limit: number;
    /** Words of a name, an edit's name or a prompt; all of them have to be found. */
    readonly search?: string;
    readonly filter?: ProjectFilter;
    /** Only what this person may see. */
    readonly seenBy?: string;
  }): Promise<Page<ProjectCard>>;
  get(id: string): Promise<Project>;
  change(id: string, to: { readonly name?: string; readonly currentEditId?: string; readonly starred?: boolean }): Promise<Project>;
  /** Only whoever made it may. */
  setPrivate(id: string, isPrivate: boolean, personId: string | null): Promise<Project>;
  /** Hides it; nothing of it is removed. */
  remove(id: string): Promise<void>;
  restore(id: string): Promise<Project>;
  addUpload(
    id: string,
    request: { readonly pictureId: string; readonly name: string; readonly parentEditId?: string | null; readonly makeCurrent?: boolean },
  ): Promise<Edit>;
  changeEdit(id: string, to: { readonly name?: string; readonly starred?: boolean }): Promise<Edit>;
  /** Hides it, unless it is the current one; what came of it stays. */
  removeEdit(id: string): Promise<Edit>;
  restoreEdit(id: string): Promise<Edit>;
}
