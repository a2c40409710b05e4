/** Projects and their trees of edits. */
import type { BlendEdit, Edit, Page, Project, ProjectCard } from "#lib/wire.ts";

export interface Projects {
  create(request: { readonly name: string; readonly pictureId?: string }): Promise<Project>;
  list(request: { readonly after?: string; readonly limit: number }): Promise<Page<ProjectCard>>;
  get(id: string): Promise<Project>;
  rename(id: string, name: string): Promise<Project>;
  setCurrent(id: string, editId: string): Promise<Project>;
  /** A new edit beside the given one, which stays as it is. */
  blend(editId: string, request: BlendEdit): Promise<Edit>;
  addUpload(
    id: string,
    request: { readonly pictureId: string; readonly name: string; readonly parentEditId?: string | null },
  ): Promise<Edit>;
}
