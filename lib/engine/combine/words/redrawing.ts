/**
 * Wishes about two pictures that no cutting and laying carries out: who is to have a face or a coat of the other picture is drawn
 * anew, and so is a screen, a frame or a cup that is to show one.
 */

const feature = "(?:faces?|heads?|hair(?:styles?|cuts?|dos?)?|bod(?:y|ies)|smiles?|expressions?|poses?|eyes|beards?|make-?up)";
const garment =
  "(?:clothes|clothing|outfits?|t?-?shirts?|dress(?:es)?|skirts?|jackets?|coats?|suits?|uniforms?|hats?|caps?|helmets?|crowns?|glasses|sunglasses|shoes|sneakers|boots|trousers|pants|jeans|sweaters?|hoodies?|gowns?|scar(?:f|ves)|ties?|necklaces?|earrings?|jewell?ery|watch(?:es)?)";
const somebody =
  "(?:her|him|them|(?:the |this |that |my )?(?:[a-z]+ )?(?:wom[ae]n|m[ae]n|girls?|boys?|person|people|models?|lady|guy|child|kid|bride|groom|dog|cat))";
const ofPicture = "(?:of|from|in) (?:the )?(?:first|second|other|image|picture|photo)\\b";

const shown =
  "(?:logos?|designs?|patterns?|artworks?|prints?|posters?|(?:picture|image|photo)s?(?: ?[12])?|first|second|screenshots?|paintings?)";
const surface =
  "(?:screens?|displays?|monitors?|frames?|billboards?|t-?shirts?|shirts?|hoodies?|mugs?|cups?|bottles?|bags?|tote bags?|boxes|box|packag(?:e|ing)|book covers?|phone cases?|caps?|labels?)";

const wishes: readonly RegExp[] = [
  new RegExp(
    `\\b(?:put|place|show|display|print|insert|apply|add|wrap|stick)\\b(?: [a-z']+)? ${shown}\\b.* (?:on(?:to)?|in(?:to|side)?|around) (?:the |a |her |his |my )?(?:[a-z]+ ){0,2}${surface}\\b`,
    "u",
  ),
  /(?:logo|标志|图案|设计|画|海报|照片|图片?[12一二]|第[一二]张图?|截图)(?:.{0,6})(?:放|印|贴|显示|套|装)[在到进入].{0,10}(?:屏幕|显示器|相框|画框|广告牌|t恤|衣服|杯子?|瓶子?|袋子?|包装|盒子?|封面|手机壳)/u,
  new RegExp(`\\b(?:swap|switch|exchange|trade|transfer|transplant|give)\\b.*\\b${feature}\\b`, "u"),
  new RegExp(`\\b(?:replace|change|put|paste)\\b(?: (?!with\\b)[a-z']+){0,4} ${feature}\\b(?: [a-z0-9']+)* (?:with|by|to|on|onto)\\b`, "u"),
  new RegExp(`\\b${feature} (?:swap|transfer|transplant|${ofPicture})`, "u"),
  new RegExp(`\\bdress ${somebody}\\b|\\btr(?:y|ies|ying)[- ]on\\b`, "u"),
  new RegExp(`(?:\\b(?:wear|wears|put on)\\b|\\b${ofPicture}.*\\bwearing\\b).*\\b${garment} ${ofPicture}`, "u"),
  new RegExp(
    `\\b(?:${garment}|it)\\b(?: ${ofPicture}(?: ?[12])?(?: (?:image|picture|photo))?)? on(?:to)? ${somebody}(?:$|[,.]|'s| ${ofPicture})`,
    "u",
  ),
  /换[个张]?(?:脸|头(?!像)|发型|身体|表情)|(?:脸|发型|表情|姿势|妆容?).{0,6}换[成到给]/u,
  /换装|试[穿戴]|(?:[穿戴换][上着]?)(?:第[一二]张?|图片?[12一二]|另一张)图?[里中上]?的/u,
  /(?:衣服|裙子?|外套|衬衫|西装|帽子?|眼镜|墨镜|鞋子?|裤子?|围巾|首饰|项链).{0,10}[换穿戴移放][到在给].{0,12}(?:身上|头上|脸上|脚上|脖子上|人上)/u,
];

export function isRedrawing(prompt: string): boolean {
  const text = prompt.normalize("NFKC").toLowerCase();
  return wishes.some((wish) => wish.test(text));
}
