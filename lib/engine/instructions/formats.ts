/** Where a picture is to be shown, in the shape it has there. */
const shapes: readonly (readonly [RegExp, string])[] = [
  [
    /(?:instagram|insta|ig|facebook|fb|snapchat|whatsapp) (?:stor(?:y|ies)|reels?)|(?:a )?stor(?:y|ies) format|reels?|tik ?tok|youtube shorts?|抖音|快手|视频号|短视频|手机壁纸|phone wallpaper/u,
    "9:16",
  ],
  [/(?:instagram|insta|ig)(?: (?:post|feed|portrait))?/u, "4:5"],
  [
    /you ?tube(?: thumbnail| video)?|desktop wallpaper|twitter(?: post)?|x post|powerpoint|slides?|横版视频|电脑壁纸|桌面壁纸|b站封面/u,
    "16:9",
  ],
  [/小红书(?:封面|笔记|图)?/u, "3:4"],
  [/公众号(?:封面|头图)?/u, "2.35:1"],
  [/(?:profile (?:picture|photo|pic)|avatar)|头像|朋友圈/u, "1:1"],
];

const wanted = shapes.flatMap(([place, shape]): readonly (readonly [RegExp, string])[] => [
  [
    new RegExp(
      `\\b(?:crop|resize|reformat|format|size|fit|cut|make|trim)(?: it| this| the (?:picture|photo|image))?(?: down)? (?:for|to|as|into|to fit) (?:an? |my |the )?(?:${place.source})(?: (?:format|size|crop|shape))?(?=\\s*(?:$|[,.;]| and\\b))`,
      "gu",
    ),
    `crop to ${shape}`,
  ],
  [
    new RegExp(
      `(?:裁剪?|裁切|剪裁?|改|做|调整?)(?:成|为|到|个|一下)*(?:适合)?(?:发)?(?:${place.source})(?:的)?(?:尺寸|比例|格式|大小|用)?(?=\\s*(?:$|[,，。;；]))`,
      "gu",
    ),
    `裁成${shape}`,
  ],
]);

export function readFormats(text: string): string {
  return wanted.reduce((rest, [words, meaning]) => rest.replace(words, meaning), text);
}
