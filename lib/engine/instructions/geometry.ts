/** Instructions about the picture's shape: turning, mirroring, cropping, framing. */
import { readBorder } from "./frames.ts";
import type { Operation } from "./operation.ts";
import { tooSmall } from "./place.ts";

export function readGeometry(clause: string): Operation | undefined {
  return readTurn(clause) ?? readMirror(clause) ?? readEnlarging(clause) ?? readCrop(clause) ?? readBorder(clause);
}

const turns =
  /\brotat(?:e|ed|ing|ion)\b|\btilt(?:ed)?\b(?![- ]?shift)|\bturn(?:ed)?\b.*(?:°|degrees?|clockwise|to the (?:left|right))|\bturn (?:it |this )?(?:left|right)\b|旋转|转(?=\d|[向左右]|[一二九]百?)|[左右]转|转动/u;

function readTurn(clause: string): Operation | undefined {
  if (
    /\bstraighten\w*\b|\blevel (?:the |out )?(?:horizon|it|picture|photo)|\bcrooked\b|拉直|摆正|扶正|校正?(?:水平|倾斜|地平)|水平线/u.test(
      clause,
    )
  )
    return { kind: "straighten" };
  if (/upside[ -]down|倒过来|颠倒|倒置/u.test(clause)) return { kind: "rotate", quarters: 2 };
  if (!turns.test(clause)) return undefined;
  const digits = /(-?\d+(?:\.\d+)?)/u.exec(clause)?.[1];
  const degrees =
    digits === undefined
      ? /一百八十|half/u.test(clause)
        ? 180
        : /\btilt|slightly|a (?:bit|little)|稍|一点/u.test(clause)
          ? 5
          : 90
      : Number(digits);
  const isLeft = /\bleft\b|counter[- ]?clockwise|anti[- ]?clockwise|逆时针|向左|左转|往左/u.test(clause);
  const signed = (isLeft ? -degrees : degrees) % 360;
  if (signed % 90 === 0) return { kind: "rotate", quarters: ((signed / 90 + 4) % 4) | 0 };
  return { kind: "turn", degrees: signed };
}

function readMirror(clause: string): Operation | undefined {
  if (!/\b(?:mirror|mirrored|flip|flipped|reflect)\b|翻转|镜像|对称翻/u.test(clause)) return undefined;
  const isVertical = /\bvertical(?:ly)?\b|top to bottom|垂直|上下/u.test(clause);
  return { kind: "mirror", axis: isVertical ? "vertical" : "horizontal" };
}

const enlarges =
  /\b(?:enlarg\w*|up-?scal\w*|up-?res\b|up-?siz\w*|up-?sampl\w*|super[- ]?resolution)\b|\b(?:increase|raise|improve|higher|double|quadruple|more|better)\b.*\b(?:resolution|size|pixels)\b|\b(?:twice|double|triple|four times|three times|\d ?(?:x|×|times))\b.*\b(?:big|large|size|bigger|larger|resolution|pixels)\b|\b(?:bigger|larger)\b|放大(?!镜)|(?:提高|提升|增加|加大|更高).{0,4}分辨率|超分|变大|加大|大[一两二三四1-4]倍|尺寸.{0,3}[倍大]/u;
const whole = /^(?:picture|image|photo|photograph|pic|whole|entire|resolution|size|dimensions|canvas|result|number|pixels?|it|this)$/u;

/** The whole picture with more pixels; a part of it that should be larger is a closer look, or a thing nobody here can redraw. */
function readEnlarging(clause: string): Operation | undefined {
  if (!enlarges.test(clause)) return undefined;
  const named = [...clause.matchAll(/\b(?:the|his|her|their|my|your|its|this)\s+([a-z]+)/gu)].map((match) => match[1] ?? "");
  if (named.some((word) => !whole.test(word))) return undefined;
  const thing =
    /(?:把|将|让|使)(.+?)(?:的?(?:分辨率|尺寸))?(?=放大|变大|加大|提高|提升|超分|大)|放大(?!到|成|至|为|[一两二三四八\d])(.+)$/u.exec(
      clause,
    );
  const said = (thing?.[1] ?? thing?.[2] ?? "").replace(/[这那张幅个一下的请整]/gu, "").trim();
  if (said !== "" && !/^(?:图片?|照片|画面|图像|相片|它|尺寸|分辨率|(?:[一两二三四\d]\s*)?倍?|到?\s*\d+k)+$/u.test(said)) return undefined;
  const digits = /(\d+(?:\.\d+)?)\s*(?:x|×|times|-?fold|k\b|倍)|\b[x×]\s*(\d+)/u.exec(clause);
  const times = Number(digits?.[1] ?? digits?.[2] ?? (/\b(?:four|three|triple|quadruple|4k)\b|[三四]倍/u.test(clause) ? 4 : 2));
  return { kind: "enlarge", times: times > 2 ? 4 : 2 };
}

function readCrop(clause: string): Operation | undefined {
  if (
    /\bzoom(?:ed)? (?:in|on)\b|\bclose(?:r|-up)\b|\bcrop (?:in|tight(?:er)?|closer)\b|\b(?:enlarge|magnify)\b|放大|拉近|特写/u.test(clause)
  ) {
    // Larger eyes are no closer look.
    if (tooSmall.test(clause)) return undefined;
    const times = Number(/(\d+(?:\.\d+)?)/u.exec(clause)?.[1] ?? (/两倍|twice/u.test(clause) ? 2 : 1.5));
    return { kind: "zoom", times: times > 1 && times <= 8 ? times : 1.5 };
  }
  if (!/\b(?:crop|cropped|trim)\b|裁剪|裁切|裁成|剪裁|裁为|裁/u.test(clause)) return undefined;
  const ratio = /(\d+(?:\.\d+)?)\s*[:x×/比]\s*(\d+(?:\.\d+)?)/u.exec(clause);
  if (ratio !== null && Number(ratio[1]) > 0 && Number(ratio[2]) > 0) return { kind: "crop", ratio: [Number(ratio[1]), Number(ratio[2])] };
  if (/\bsquare\b|正方形|方形/u.test(clause)) return { kind: "crop", ratio: [1, 1] };
  if (/\b(?:widescreen|wide|landscape)\b|宽屏|横/u.test(clause)) return { kind: "crop", ratio: [16, 9] };
  if (/\b(?:panorama|panoramic|cinemascope|ultrawide)\b|全景/u.test(clause)) return { kind: "crop", ratio: [21, 9] };
  if (/\b(?:portrait|vertical)\b|竖/u.test(clause)) return { kind: "crop", ratio: [4, 5] };
  return undefined;
}
