/** What the desk shows stands in its address: going back finds it, and a link tells it. */
import type { ProjectsQuery } from "#lib/client/use-projects.ts";
import { projectFilters } from "#lib/wire.ts";

export function readDeskQuery(address: string): ProjectsQuery {
  const asked = new URLSearchParams(address);
  return { search: asked.get("search") ?? "", filter: projectFilters.find((one) => one === asked.get("show")) ?? "recent" };
}

/** A search looks everywhere, unless it is for what has a star. */
export function queryToAsk({ search, filter }: ProjectsQuery): ProjectsQuery {
  return { search, filter: search !== "" && filter === "recent" ? "all" : filter };
}
