/** The words of what fills a picture from edge to edge: materials, patterns, gradients, in English and Chinese. */
import { type SceneRow, setting, trait } from "./word-rows.ts";

export const surfaceWords: readonly SceneRow[] = [
  trait(
    "side light",
    "side light|side lighting|side-lit|raking light|slanting light|slanted light|斜射阳光|斜射的?阳光|斜射|斜阳|侧光|斜光|侧逆光",
  ),
  setting(
    "gradient",
    "glassmorphism|glassmorphic|frosted glass|frosted glass panels?|frosted glass cards?|glass panels?|glass cards?|毛玻璃|磨砂玻璃|玻璃拟态|玻璃卡片|玻璃质感背景",
  ),
  trait(
    "glass",
    "glassmorphism|glassmorphic|frosted glass|frosted glass panels?|frosted glass cards?|glass panels?|glass cards?|毛玻璃|磨砂玻璃|玻璃拟态|玻璃卡片|玻璃质感背景",
  ),
  setting("gradient", "gradients?|ombre|colou?r blend|渐变"),
  setting(
    "pattern",
    "patterns?|seamless|tiles?|tiling|textile|fabric|polka dots|terrazzo|houndstooth|herringbone|gingham|tartan|plaid|wallpaper pattern|波点|千鸟格|格纹|条纹布|图案|花纹|纹样|无缝",
  ),
  setting("pattern", "auspicious clouds?|lucky clouds?|ruyi clouds?|祥云图案|祥云纹样?|云纹样?|国潮图案"),
  setting("pattern", "青花瓷?纹样|青花瓷(?![瓶碗杯壶盘罐])|青花(?!瓷)|chinoiserie|delft tiles?|blue and white porcelain pattern"),
  setting("marble", "marble|大理石"),
  setting("paper", "paper|parchment|papyrus|宣纸|羊皮纸|纸张|纸"),
  setting("wood", "wood|wooden|wood grain|wood texture|wooden planks|planks|木纹|木板|木头"),
  setting("monogram", "logo|monogram|emblem|letter mark|lettermark|wordmark|word mark|logotype|字标|标志|徽标|商标|字母组合"),
  setting("abstract", "abstract|抽象"),
  setting("bokeh", "bokeh|blurred lights|散景|光斑"),
  setting(
    "wall",
    "plaster(?:ed)? wall|stucco(?: wall)?|painted wall|white wall|walls?|墙面|墙壁|墙|palm leaf shadows?|palm shadows?|leaf shadows?|window shadows?|光影|树影|叶影",
  ),
  trait(
    "palm shadow",
    "palm leaf shadows?|palm shadows?|leaf shadows?|eucalyptus shadows?|plant shadows?|tree shadows?|botanical shadows?|shadows? of (?:palm )?leaves|shadows? of palms?|植物阴影|植物影子|植物光影|树叶阴影|树叶影子|叶影|树影|棕榈叶?影",
  ),
  setting("wall", "白墙|植物阴影|植物影子|植物光影|树叶阴影|树叶影子"),
  setting("brick", "bricks?|brick walls?|brickwork|砖墙|砖"),
  setting("concrete", "concrete|concrete walls?|cement|混凝土|水泥|清水混凝土"),
  trait("draped", "velvet|satin|silk fabric|silk cloth|draped|drapery|丝绒|天鹅绒|绸缎|缎面|真丝|绒布"),
  setting(
    "fabric",
    "velvet|satin|silk fabric|silk cloth|drapery|丝绒|天鹅绒|绸缎|缎面|真丝|绒布|linen|linen texture|fabric texture|canvas texture|denim|burlap|cotton|亚麻|布料|布纹|麻布|牛仔布",
  ),
  setting("foil", "gold foil|silver foil|foil|glitter|gold leaf|sparkles|sequins|金箔|闪粉|亮片|银箔"),
  setting("iridescent", "iridescent|holographic|hologram|opal|mother of pearl|镭射|全息|炫彩|珠光"),
  setting(
    "wash",
    "watercolou?r texture|watercolou?r wash|watercolou?r stains?|watercolou?r splash|watercolou?r background|水彩纹理|水彩晕染|水彩背景|水彩底纹|晕染",
  ),
  setting("water", "underwater|under the sea|under water|beneath the waves|deep sea|ocean depths|水下|海底|深海|水底"),
  trait("underwater", "underwater|under the sea|under water|beneath the waves|deep sea|ocean depths|水下|海底|深海|水底"),
  trait("pool", "water surface|pool water|water ripples|clear water|ripples|rippling water|shallow water|水面|水波|水波纹|水纹|波光"),
  setting("water", "water surface|pool water|pool|swimming pool|water ripples|clear water|ripples|caustics|水面|水波|水纹|波光|泳池"),
];
