/** What to call a place nobody named, which is painted because what was asked for lives there. */
import type { Scene, Setting } from "../scene.ts";

type Names = readonly [english: string, chinese: string];

const names: Readonly<Partial<Record<Setting, Names>>> = {
  city: ["a city", "城市"],
  desert: ["a desert", "沙漠"],
  forest: ["a forest", "森林"],
  lake: ["a lake", "湖"],
  meadow: ["a meadow", "草地"],
  mountains: ["mountains", "群山"],
  sea: ["the sea", "大海"],
  snow: ["snow", "雪地"],
  space: ["space", "太空"],
  table: ["an empty table", "空桌面"],
};
const room: Names = ["a window", "窗"];

export function nameGuessed({ setting, traits }: Scene): Names | undefined {
  if (setting === undefined) return undefined;
  return setting === "table" && traits.includes("window") ? room : names[setting];
}
