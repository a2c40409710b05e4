/** The words of what is grown in fields, and of how these lie. */
import { type SceneRow, setting, trait } from "./word-rows.ts";

const tea =
  "tea plantations?|tea fields?|tea gardens?|tea farms?|tea estates?|tea hills?|tea terraces?|rows of tea|tea bushes|茶园|茶山|茶田|茶垄|茶树|茶海|茶场|采茶";
const rice = "rice fields?|rice paddy|rice paddies|水稻|稻穗|稻田";
const terraces =
  "rice terraces?|terraced rice|terraced rice fields?|terraced rice paddies|flooded rice fields|flooded paddies|flooded rice paddies|terraced fields?|terraced hills?|terraced hillsides?|terraced farms?|terraced farmland|yuanyang|longji|banaue|tegallalang|元阳梯田|龙脊梯田|哈尼梯田|层层梯田|金黄的?梯田|金色的?梯田|梯田";

export const fieldWords: readonly SceneRow[] = [
  trait(
    "wheat",
    "wheat ?fields?|wheat|barley|rice fields?|rice paddy|rice paddies|savannah?|wheat ears?|ears of wheat|ears of grain|golden rice|ripe rice|麦田|麦浪|麦穗|麦子|稻穗|稻浪|稻田|金黄的?梯田|金色的?梯田",
  ),
  setting("meadow", `wheat ?fields?|wheat|barley|${rice}|${terraces}`),
  setting("meadow", `${tea}|vineyards?|orchards?|apple trees?|葡萄园|果园`),
  setting(
    "meadow",
    "zen gardens?|zen rock garden|japanese rock garden|rock garden|karesansui|raked sand|raked gravel|枯山水|禅意庭院|禅意花园|禅宗庭院",
  ),
  trait(
    "zen garden",
    "zen gardens?|zen rock garden|japanese rock garden|rock garden|karesansui|raked sand|raked gravel|枯山水|禅意庭院|禅意花园|禅宗庭院",
  ),
  trait("rows", "vineyards?|葡萄园"),
  trait("tea", tea),
  trait("terraces", terraces),
  trait("flooded", "flooded|water mirrors?|mirror-like|filled with water|water-filled|灌水|灌满水|放水|水光|如镜"),
];
