/** Projects and their trees of edits. */
import type { Edit, Page, Project, ProjectCard, ProjectFilter } from "#lib/wire.ts";

export interface Projects {
  create(request: { readonly name: string; readonly pictureId?: string }): Promise<Project>;
  list(request: {
    /** The `next` of the page before. */
    readonly after?: string;
    readonly limit: number;
    /** Words of a name, an edit's name or a prompt; all of them have to be found. */
    readonly search?: string;
    readonly filter?: ProjectFilter;
  }): Promise<Page<ProjectCard>>;
  get(id: string): Promise<Project>;
  change(id: string, to: { readonly name?: string; readonly currentEditId?: string; readonly starred?: boolean }): Promise<Project>;
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
