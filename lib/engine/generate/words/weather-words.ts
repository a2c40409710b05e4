/** The words of hours and weather, in English and Chinese. */
import { hour, type SceneRow, weather } from "./word-rows.ts";

export const weatherWords: readonly SceneRow[] = [
  weather("mist", "江南水乡|水乡|江南|烟雨"),
  weather(
    "mist",
    "karst|karsts|guilin|yangshuo|li river|ha ?long bay|limestone peaks|limestone towers|桂林山水|桂林|漓江|阳朔|喀斯特|下龙湾",
  ),
  hour("sunset", "alpenglow|日照金山"),
  hour("sunset", "synthwave|retrowave|vapou?rwave|outrun|蒸汽波|合成波|复古未来"),
  hour("storm", "stormy seas?|storm waves|stormy ocean"),
  hour("dusk", "christmas|圣诞节?"),
  weather("snowfall", "snowstorm|暴风雪|风雪|大雪|christmas|圣诞节?"),
  weather("mist", "halloween|万圣节"),
  hour("golden", "golden hour|golden light|late afternoon|early morning|sunlit evening|golden sun|warm light|金色时刻|金色阳光|清晨|早晨"),
  hour(
    "sunset",
    "sunset|sunrise|setting sun|rising sun|dawn|daybreak|晨曦|拂晓|破晓|黎明|朝阳|落日|斜阳|余晖|夕照|晚照|日落|夕阳|日出|晚霞|朝霞",
  ),
  hour("dusk", "dusk|evening|twilight|blue hour|黄昏|傍晚|蓝调时刻|暮色"),
  hour(
    "night",
    "halloween|万圣节|dark background|low key|暗调|暗黑|city lights|城市灯光|灯火|night|midnight|moonlight|moonlit|starry|dark|neon|夜晚|夜空|夜景|夜色|午夜|星夜|霓虹|夜",
  ),
  hour("storm", "storm|stormy|thunder|thunderstorm|tempest|downpour|暴雨|暴风雨|风暴|雷雨"),
  hour("day", "day|daylight|sunny|noon|morning|summer|spring|白天|晴天|阳光|夏天|春天|夏日|春日"),
  weather("clouds", "cloudy|clouds?|多云|云海|云朵|云层|云"),
  weather("overcast", "overcast|gr[ae]y sky|gr[ae]y skies|gloomy|bleak|gr[ae]y sea|gr[ae]y ocean|阴天|阴云|阴沉|阴郁|灰蒙蒙"),
  weather("rain", "rain|downpour|大雨|细雨|暴雨|雨中|雨后|rainy|drizzle|下雨|雨天|暴风雨|雷雨|雨"),
  weather("snowfall", "snowstorm|暴风雪|风雪|大雪|snowfall|snowing|snowflakes?|blizzard|下雪|飘雪|雪花|暴雪"),
  weather("mist", "mist|misty|fog|foggy|haze|hazy|薄雾|云雾|雾"),
  weather("clear", "clear sky|cloudless|clear|晴朗|万里无云"),
  weather("lightning", "lightning|thunderbolt|thunderstorm|闪电|雷电|雷雨"),
  weather("aurora", "aurora|aurora borealis|northern lights|polar lights|极光"),
  weather("rainbow", "rainbow|彩虹"),
];
