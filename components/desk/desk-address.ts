/** Keeps the desk's address true; comes with the first search or choice. */
import type { ProjectsQuery } from "#lib/client/use-projects.ts";

export function deskAddress({ search, filter }: ProjectsQuery): string {
  const asked = new URLSearchParams({ ...(search && { search }), ...(filter !== "recent" && { show: filter }) });
  return asked.size > 0 ? `/?${asked}` : "/";
}

/** Not where one has left the desk meanwhile. */
export function tellAddress(query: ProjectsQuery): void {
  const { pathname, search } = window.location;
  const address = deskAddress(query);
  if (pathname === "/" && address !== pathname + search) window.history.replaceState(null, "", address);
}
