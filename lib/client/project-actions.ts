import { type Edit, type Project, paths } from "#lib/wire.ts";
import { fetchJson } from "./fetch-json.ts";

export function createProject(request: { readonly name?: string; readonly pictureId?: string }): Promise<Project> {
  return fetchJson<Project>(paths.projects, { method: "POST", body: request });
}

export function renameProject(id: string, name: string): Promise<Project> {
  return fetchJson<Project>(paths.project(id), { method: "PATCH", body: { name } });
}

export function starProject(id: string, starred: boolean): Promise<Project> {
  return fetchJson<Project>(paths.project(id), { method: "PATCH", body: { starred } });
}

export function setProjectPrivate(id: string, isPrivate: boolean): Promise<Project> {
  return fetchJson<Project>(paths.project(id), { method: "PATCH", body: { isPrivate } });
}

export function deleteProject(id: string): Promise<void> {
  return fetchJson<void>(paths.project(id), { method: "DELETE" });
}

export function restoreProject(id: string): Promise<Project> {
  return fetchJson<Project>(paths.restoreProject(id), { method: "POST" });
}

/** Makes an edit the one that the project shows and builds on. */
export function keepEdit(projectId: string, editId: string): Promise<Project> {
  return fetchJson<Project>(paths.project(projectId), { method: "PATCH", body: { currentEditId: editId } });
}

export function changeEdit(id: string, to: { readonly name?: string; readonly starred?: boolean }): Promise<Edit> {
  return fetchJson<Edit>(paths.edit(id), { method: "PATCH", body: to });
}

export function deleteEdit(id: string): Promise<Edit> {
  return fetchJson<Edit>(paths.edit(id), { method: "DELETE" });
}

export function restoreEdit(id: string): Promise<Edit> {
  return fetchJson<Edit>(paths.restoreEdit(id), { method: "POST" });
}

export function addEdit(
  projectId: string,
  request: { readonly pictureId: string; readonly name: string; readonly parentEditId?: string | null },
): Promise<Edit> {
  return fetchJson<Edit>(paths.edits(projectId), { method: "POST", body: request });
}
