/** Every address of the street with the methods it answers, read from the files themselves, so that a new one cannot be forgotten. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

export interface ListedRoute {
  readonly method: string;
  /** As its folder is called: /api/projects/[projectId]. */
  readonly place: string;
}

export async function listRoutes(): Promise<ListedRoute[]> {
  const files = (await readdir("app", { recursive: true })).filter((file) => path.basename(file) === "route.ts");
  const found = files.map(async (file) => {
    const text = await readFile(path.join("app", file), "utf8");
    const handled = text.matchAll(
      /^\s{2,4}(?:\{ )?(GET|POST|PUT|PATCH|DELETE): (?:async )?\(|^export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/gm,
    );
    return [...handled].map(([, inTable, exported]) => ({ method: inTable ?? exported ?? "", place: `/${path.dirname(file)}` }));
  });
  return (await Promise.all(found)).flat();
}

/** What is about people, and what they spend, has its forgeries where somebody is signed in. */
export function isAboutPeople({ place }: ListedRoute): boolean {
  return /^\/api\/(session|set-up|invited|way-back|people|account|spending)\b/.test(place);
}
