/** "Night with the city lights on", 夜景，窗户亮灯: that windows are to be lit is said of an hour that has windows lit. */
import type { Operation } from "./operation.ts";

const lamps = "(?:lights|windows|lamps|street ?lights|lanterns)";
const within = "(?: (?:in|on|of|inside) (?:the |all |some )?[a-z]+)?";
const on = "(?:on|lit(?:[- ]up)?|glowing|shining|illuminated|bright)";
const kindsOfLamps = "(?:the |all |some |city |street |town |window |house |building |warm |a few )*";
const said: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(
      `(?<=\\b(?:night|night-?time|dusk|evening|blue hour|twilight)\\b[^.]*?)(?:,| and| with)* (?:make |turn |switch )?(?:${kindsOfLamps}${lamps} (?:are |turned |switched |come |coming )*${on}|(?:${on} |lit |warm )+(?:city |street )?${lamps}|(?:turn|switch) on ${kindsOfLamps}${lamps})${within}(?=\\s*(?:$|[,.;]| and\\b))`,
      "gu",
    ),
    ", lights on",
  ],
  [
    /(?<=(?:夜|蓝调|傍晚|黄昏)[^。]*?)[,，]?(?:并且?|而且|让|把)?(?:(?:城市|街道|建筑|楼|大楼|房子)(?:里|上|的)*)?(?:(?:灯光|灯火|路灯|窗户|窗口|灯)(?:都|全|要)*(?:亮起来?|亮灯|点亮|打开|亮着|开着|透出灯光|通明|亮)了?|亮灯|开灯)(?=\s*(?:$|[,，。;；]))|(?<=夜[^。]*?)[,，]?(?:万家灯火|华灯初上|灯火通明)/gu,
    ",亮灯",
  ],
];

/** The whole prompt, before it is cut into clauses. */
export function readNightLights(text: string): string {
  return said.reduce((rest, [words, meaning]) => rest.replace(words, meaning), text);
}

export function areLights(clause: string): boolean {
  return /^(?:lights on|亮灯)$/u.test(clause);
}

/** Of an hour that was asked for just before. */
export function withLights(hour: Operation | undefined): Operation | undefined {
  const isHour = hour?.kind === "look" && ["night", "blue hour", "golden hour"].includes(hour.name);
  return isHour ? { ...hour, hasLights: true } : undefined;
}
