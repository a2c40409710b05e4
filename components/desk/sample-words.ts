import type { Language } from "#lib/models/model.ts";
import type { Sample } from "./samples.ts";

/** What stands ready to be run in a sample, so that a first result is one press away. */
export const sampleWords: Readonly<Record<Sample, Readonly<Record<Language, string>>>> = {
  lake: { en: "remove it", "zh-CN": "移除它" },
  "still-life": { en: "make the vase green", "zh-CN": "把花瓶变成绿色" },
  balloon: { en: "golden hour light", "zh-CN": "更暖更亮" },
  city: { en: "oil painting", "zh-CN": "油画" },
  dune: { en: "turn day into night", "zh-CN": "把白天变成夜晚" },
};
