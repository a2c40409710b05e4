import type { Arrangement, InsetPlace, PlaceSide, StandsOn } from "#lib/engine/combine/arrangement.ts";
import { describeStepInChinese, sayPlace } from "./chinese-steps.ts";
import { isExplained, percent } from "./english.ts";
import { type Left, type Note, type Reason, type Speech, wasToldByColour } from "./speech.ts";

const reasons: Readonly<Record<Exclude<Reason["kind"], "letters" | "not found" | "unclear">, string>> = {
  level: "画面中没有倾斜的线条",
  "no place": "没有说明位置",
  "too much": "需要填补的部分太大",
  "too large": "结果会过大",
  unchanged: "对这张图没有变化",
  redrawn: "需要重新画出来",
};

const took: Readonly<Record<Note["took"], string>> = {
  middle: "中间的区域",
  strongest: "靠近中间、颜色最鲜明的区域",
  salient: "最突出的部分",
  usual: "看起来最像这种东西的部分",
  "under sky": "天空以下的部分",
  named: "看起来就是它的部分",
};

export const chinese: Speech = {
  step: describeStepInChinese,
  note: (note) => {
    const found = `把${took[note.took]}（占画面 ${percent(note.share).replace(" ", "")}）当作“${note.said}”`;
    if (note.took === "named") return found;
    return `${found}；${wasToldByColour(note) ? "此引擎按颜色判断，不认得这类物体" : "此引擎不认得这类物体"}`;
  },
  did: (steps) => `已完成：${steps.join("；")}`,
  left: (left) => `这里做不到：${left.map(sayLeft).join("，")}；这需要 FLUX 密钥`,
  notUnderstood: (prompt, examples, left) => {
    const wanted = examples.map((example) => `“${example}”`).join("、");
    const why = left.some(isExplained) ? `做不到：${left.map(sayLeft).join("，")}` : "没有看懂";
    return `prompt 应是本地引擎能做到的修改，例如${wanted}，但收到“${prompt}”（${why}）；其他修改需要 FLUX 密钥`;
  },
  enlarged: (from, to) => `已放大：${from.width} × ${from.height} → ${to.width} × ${to.height}`,
  arranged: describeArrangement,
  wall: "墙",
  notSeenThere: (said) => `另一张图里没有找到${said}`,
  guessedArrangement: (prompt) => `没有看懂“${prompt}”要怎样排列，采用了最可能的一种`,
  cutOut: (by) =>
    by === "name"
      ? "抠出了看起来就是所说的主体；没有重画任何内容"
      : by === "given"
        ? "图片本身带透明背景，按原样取用；没有重画任何内容"
        : by === "standing out"
          ? "把最突出的部分当作要移动的主体；此引擎不认得这类物体，也没有重画任何内容"
          : "那张图里没有足够突出、可以抠出的主体，因此整张放入",
  asSign: "保持原有颜色，去掉纯色底",
  notCut: "只排列了整张图片，没有抠图",
  painted: (words, _things, text) => `画了：${[...words, ...(text === undefined ? [] : [`文字“${text}”`])].join("、")}`,
  paintedAbstract: (prompt) => `提示词中没有此画笔认识的词；按“${prompt}”画了一幅抽象构图`,
  cannotPaint: (words, letters) => `略去了此引擎画不出的：${[...words, ...(letters === "" ? [] : [`“${letters}”这些字`])].join("、")}`,
  lentColours: (share) => (share === undefined ? "采用了所给图片的色彩" : `所给图片以 ${Math.round(share * 100)}% 透出，并采用其色彩`),
  filledFrom: (place) => `用画面中的${sayPlace(place)}填补`,
  tooLittleOf: (place) => `画面中的${sayPlace(place)}太少，改由全部周围填补`,
  filledOnly: (prompt) => `由周围填补；此引擎画不出“${prompt}”`,
};

function sayLeft({ words, why, isRemoval }: Left): string {
  if (isRemoval) return `“${words}”（可以涂抹后用填充去掉）`;
  if (why === undefined) return `“${words}”`;
  return `“${words}”（${sayReason(why)}）`;
}

function sayReason(why: Reason): string {
  switch (why.kind) {
    case "letters":
      return `这里的字体没有${[...why.said].join("、")}`;
    case "not found":
      return `没有找到${sayPlace(why.said)}`;
    case "unclear":
      return `没有足够突出、能当作“${sayPlace(why.said)}”的部分；请说明它的颜色，或用画笔涂出来`;
    default:
      return reasons[why.kind];
  }
}

const sides: Readonly<Record<PlaceSide, string>> = {
  left: "左侧",
  right: "右侧",
  next: "有空位处",
  middle: "中间",
  front: "前方",
};

const corners: Readonly<Record<InsetPlace, string>> = {
  middle: "中间",
  ground: "地面上",
  "top left": "左上角",
  "top right": "右上角",
  "bottom left": "左下角",
  "bottom right": "右下角",
};

function describeArrangement(arrangement: Arrangement, on: StandsOn | undefined): string {
  const name = (isFirst: boolean) => (isFirst ? "第一张图" : "第二张图");
  switch (arrangement.kind) {
    case "place": {
      const own = name(arrangement.subject !== 1);
      const cutOut = `抠出${own}的主体`;
      switch (on) {
        case "ground":
          return `${cutOut}，放在另一张图的${sides[arrangement.side]}，落在地面上，匹配光线并加上阴影`;
        case "carrier":
          return `${cutOut}，放在另一张图的${arrangement.standing.upon}上，匹配光线并加上阴影`;
        case "behind":
          return `${cutOut}，放在另一张图的${arrangement.standing.behind}后面，被其遮住一部分，匹配光线`;
        case "beside":
          return `${cutOut}，与另一张图中的人并排；另一张图缩小以留出位置，四周用其背景补全`;
        case "water":
          return `${cutOut}，放在另一张图的${sides[arrangement.side]}，浮在水面上，匹配光线并加上倒影`;
        case "air":
          return `${cutOut}，放在另一张图的空中，匹配光线`;
        case "edge":
          return `${cutOut}，放在另一张图的${sides[arrangement.side]}，贴着下边缘，匹配光线`;
        case "frame":
          return `${cutOut}，保持其在原画面中的位置，以另一张图为背景，匹配光线`;
        default:
          return `把${own}以柔和边缘叠放在另一张图上`;
      }
    }
    case "beside":
      return `两张图相邻，${name(arrangement.firstLeads)}在${arrangement.axis === "across" ? "左" : "上"}，色调相近，接缝柔和`;
    case "halves":
      return `各取一半，${name(arrangement.firstLeads)}在${arrangement.axis === "across" ? "左" : "上"}`;
    case "inset":
      return `把${name(arrangement.over === 0)}叠放在另一张图的${corners[arrangement.place]}`;
    case "hang":
      return `把${name(arrangement.picture === 0)}挂在另一张图的墙上${arrangement.over === undefined ? "" : `，${arrangement.over}上方`}，不做透视，匹配光线并加上阴影`;
    case "sky":
      return `第${arrangement.picture === 0 ? "一" : "二"}张图换上另一张图的天空`;
    case "blend":
      return "两张图以双重曝光混合";
    case "colours":
      return `${name(arrangement.picture === 0)}采用另一张图的色彩`;
  }
}
