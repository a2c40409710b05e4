/**
 * The photographs benches are run on: freely licensed ones of Debian's wallpaper packages, fetched once into .cache/.
 * None come with the project. A folder of one's own can be named instead.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";

const packages = ["mate-backgrounds", "lomiri-wallpapers-16.04"];
/** Inside the packages' folder of backgrounds; what is left out is drawn by a program. */
const photographs = [
  ...["Aqua", "Blinds", "Dune", "Garden", "GreenMeadow", "LadyBird", "Storm", "TwoWings", "Wood", "YellowFlower"].map(
    (name) => `mate/nature/${name}.jpg`,
  ),
  ...["Bridge_by_Sander_Klootwijk", "Dragonfly_by_Bolly", "Wine_by_Jakkub_Mede", "umang_by_Abhishek_Mudgal"].map((name) => `${name}.jpg`),
  ...["aitzgorri", "friends", "life", "picosdeeuropa", "sunset"].map((name) => `${name}_by_Aitzol_Berasategi.jpg`),
];
const kept = path.join(import.meta.dirname, "..", ".cache", "photographs");

/** A folder with pictures: the given one, else Debian's. */
export function photographsIn(folder: string | undefined): string {
  if (folder !== undefined) return folder;
  if (!existsSync(kept)) fetchPhotographs();
  return kept;
}

export function listPhotographs(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:jpe?g|png|webp)$/iu.test(name))
    .sort();
}

function fetchPhotographs(): void {
  console.log("Fetching photographs from Debian's wallpaper packages (about 60 MB, once)…");
  const work = `${kept}.part`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(path.join(work, "chosen"), { recursive: true });
  run("apt-get", ["download", ...packages], work);
  for (const file of readdirSync(work).filter((name) => name.endsWith(".deb"))) run("dpkg", ["-x", file, "unpacked"], work);
  for (const name of photographs) {
    copyFileSync(path.join(work, "unpacked", "usr", "share", "backgrounds", name), path.join(work, "chosen", path.basename(name)));
  }
  renameSync(path.join(work, "chosen"), kept);
  rmSync(work, { recursive: true });
}

function run(program: string, words: readonly string[], cwd: string): void {
  const { status, stderr } = spawnSync(program, words, { cwd, encoding: "utf8" });
  if (status === 0) return;
  throw new Error(
    `Expected ${program} to fetch photographs but it ended with ${status ?? "nothing"}; name a folder of your own. ${stderr}`,
  );
}
