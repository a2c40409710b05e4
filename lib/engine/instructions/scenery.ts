/** Instructions that take something out of a picture or put another background or sky into it. */
import { findColour } from "./colours.ts";
import type { Operation, SkyName } from "./operation.ts";
import { isWholePicture, type Place, readPlace } from "./place.ts";

export interface Scenery {
  readonly operation: Operation;
  readonly place?: Place;
}

const removal =
  /^(?:please )?(?:can you )?(?:remove|erase|delete|get rid of|take (?:out|away)|eliminate|clone out|wipe out)\s+(?<en>.+?)(?:\s+(?:from|in|out of) (?:the |this )?(?:picture|image|photo|scene|shot|background|frame))?$|^请?(?:帮我)?(?:把|将)?(?<zh1>.+?)(?:从(?:图|画|照)[^\s]*)?(?:去掉|移除|删掉|删除|擦掉|擦除|抹掉|消除|去除|去了)$|^请?(?:帮我)?(?:去掉|移除|删掉|删除|擦掉|擦除|抹掉|消除|去除)(?:图中|画面中|照片中|图片中|画面里|照片里|图里)?(?:的)?(?<zh2>.+)$/u;

export function readRemoval(clause: string): Scenery | undefined {
  const groups = removal.exec(clause)?.groups;
  const said = groups?.en ?? groups?.zh1 ?? groups?.zh2;
  // Red pupils are not to be filled with skin.
  if (said === undefined || isWholePicture(said) || /\bred[- ]?eyes?\b|红眼/u.test(said)) return undefined;
  const place = readPlace(said);
  if (place === undefined || place.name === "skin" || (place.name === "side" && place.side !== undefined)) return undefined;
  if (place.name === "background") return { operation: { kind: "backdrop", colour: { name: "white", rgb: [255, 255, 255] } }, place };
  return { operation: { kind: "remove" }, place };
}

const skies: readonly { readonly name: SkyName; readonly words: RegExp }[] = [
  { name: "starry", words: /\b(?:starry|stars?|night|galaxy|milky way)\b|星空|星星|夜空|银河|繁星/u },
  { name: "sunset", words: /\b(?:sunset|sunrise|dusk|dawn|golden|orange|pink|red)\b|夕阳|晚霞|日落|日出|黄昏|朝霞|火烧云/u },
  { name: "stormy", words: /\b(?:storm\w*|dramatic|dark clouds?|thunder\w*|gloomy|overcast|gr[ae]y)\b|乌云|暴风|阴云|阴天|戏剧/u },
  { name: "cloudy", words: /\b(?:cloud(?:s|y)?|fluffy)\b|多云|白云|云朵|云/u },
  { name: "blue", words: /\b(?:blue|clear|clean|sunny|bright)\b|蓝天|晴空|晴朗|万里无云|湛蓝/u },
];

export function readSky(clause: string): Scenery | undefined {
  const isNew =
    /\b(?:replace|change|swap|switch|make|turn|give|add|put|new)\b.*\b(?:sky|skies)\b|^(?:with )?an? (?:[a-z]+,? ){0,3}(?:sky|skies)$|\badd (?:some |more |fluffy |white |dramatic |dark )*(?:clouds?|stars?)\b|(?:天空|天).*(?:换成|替换|变成|改成|换为|加上?|要?有)|(?:换|加上?|添加).*(?:天空|白云|云朵|星星|星空|晚霞|乌云)/u.test(
      clause,
    );
  if (!isNew || /\b(?:darker|brighter|lighter|bluer|more|less|cooler|warmer|as bright|as dark|as blue)\b|更/u.test(clause))
    return undefined;
  const wanted = clause.replace(/^.*?\b(?:sky|skies)\b\s*(?=\S)|^.*(?:换成|变成|改成|换为|变为|改为)/u, "");
  // "Replace the blue sky with lavender" names a colour, and what the sky is now.
  const isColour = wanted !== clause && findColour(wanted) !== undefined && !skies.some(({ words }) => words.test(wanted));
  if (isColour) return undefined;
  const isReplaced = /^(?:with )?an? |\b(?:replace|swap|add|with|new|put|give|into|to)\b|换|加|添|替|[变改]成/u.test(clause);
  const row = skies.find(({ words }) => words.test(wanted)) ?? skies.find(({ words }) => words.test(clause.replace(/天空/gu, "")));
  if (row === undefined) return undefined;
  const isOneColour = findColour(wanted) !== undefined && !isReplaced;
  if (isOneColour) return undefined;
  const colour = row.name === "sunset" ? findColour(clause.replace(/天空|蓝天|\bblue sky\b|\b(?:golden|gold)\b|金色?/gu, "")) : undefined;
  return { operation: { kind: "sky", name: row.name, ...(colour === undefined ? {} : { colour }) } };
}

const backdrop =
  /\b(?:replace|change|swap|switch|set|make|turn)\b.*?\b(?:background|backdrop|surroundings)\b.*?\b(?:with|to|into|for|as|by|be)\s+(?<en>.+)$|\b(?:put|place|move|show)\s+(?:the |her|him|it|them|me|this)?.*?\b(?:in front of|in|on|at|inside|against|onto)\s+(?<on>(?:an?\s).+)$|背景.*?(?:换成|替换成|替换为|改成|改为|变成|变为|设为)(?<zh>.+)$/u;

/** `isScene` says whether words name something that can be painted. */
export function readBackdrop(clause: string, isScene: (words: string) => boolean): Scenery | undefined {
  if (
    /\b(?:isolate|cut ?out|extract)\b|\b(?:plain|solid|transparent|white|clean) (?:background|backdrop)\b|换.{0,3}色的?背景|抠图|抠出|抠像|白底|透明背景|纯色背景/u.test(
      clause,
    )
  ) {
    const colour = findColour(clause) ?? { name: "white", rgb: [255, 255, 255] as const };
    return { operation: { kind: "backdrop", colour }, place: { name: "background", said: "background" } };
  }
  const groups = backdrop.exec(clause)?.groups;
  const said = groups?.en ?? groups?.on ?? groups?.zh;
  if (said === undefined || !isScene(said)) return undefined;
  const scene = said.replace(/^(?:an?|the)\s+/u, "").trim();
  return { operation: { kind: "backdrop", scene }, place: { name: "background", said: "background" } };
}
