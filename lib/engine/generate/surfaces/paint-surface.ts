/** Everything that fills the picture from edge to edge instead of showing a place. */
import { bloom } from "../light/bloom.ts";
import type { Canvas, Painting } from "../light/canvas.ts";
import { type Film, newFilm, print } from "../light/film.ts";
import { canBeFlat, paintFlatScene } from "../manners/flat-scene.ts";
import { paintInkScene } from "../manners/ink-scene.ts";
import { isSynthwave, paintSynthwave } from "../manners/synthwave.ts";
import { paintMonogram } from "../prints/monogram.ts";
import { paintPattern } from "../prints/pattern.ts";
import { paintShapes } from "../prints/shapes.ts";
import type { Scene, Setting } from "../scene.ts";
import { paintBalls } from "./balls.ts";
import { paintBokeh } from "./bokeh.ts";
import { paintBranches } from "./branches.ts";
import { paintFabric, paintFoil, paintIridescent, paintPouredInk, paintWash, paintWaterSurface } from "./cloths.ts";
import { paintDrapes } from "./drapes.ts";
import { paintFestive } from "./festive.ts";
import { paintFlower } from "./flower.ts";
import { paintFolds } from "./folds.ts";
import { isFoliage, paintFoliage } from "./foliage.ts";
import { paintFromAbove } from "./from-above.ts";
import { paintFrostedPanels } from "./frosted-panels.ts";
import { paintGradient } from "./gradient.ts";
import { paintLayers } from "./layers.ts";
import { paintLeaf } from "./leaf.ts";
import { paintMarble, paintPaper, paintWood } from "./materials.ts";
import { paintSmoke } from "./smoke.ts";
import { paintUnderwater } from "./underwater.ts";
import { paintBrick, paintConcrete, paintWall } from "./walls.ts";

type Surface = (film: Film, scene: Scene) => Painting;

const surfaces: Readonly<Partial<Record<Setting, Surface>>> = {
  abstract: paintAbstract,
  bokeh: paintBokeh,
  blossom: paintFlower,
  brick: paintBrick,
  concrete: paintConcrete,
  fabric: paintFabric,
  foil: paintFoil,
  iridescent: paintIridescent,
  wall: paintWall,
  wash: paintWash,
  water: paintWaterSurface,
  festive: paintFestive,
  gradient: paintGradient,
  leaf: paintLeaf,
  marble: paintMarble,
  monogram: paintMonogram,
  paper: paintPaper,
  pattern: paintRepeat,
  wood: paintWood,
};

export function isSurface(scene: Scene): boolean {
  return scene.isInk === true || scene.setting === undefined || wayOf(scene) !== undefined;
}

export function isFlat({ traits, setting }: Scene): boolean {
  return traits.includes("flat") && canBeFlat(setting);
}

function wayOf(scene: Scene): Surface | undefined {
  const { setting, traits, season } = scene;
  if (scene.isInk) return paintInkScene;
  if (isSynthwave(scene)) return paintSynthwave;
  if (isFlat(scene)) return paintFlatScene;
  const isBough = traits.includes("branches") && (season === "blossom" || traits.includes("osmanthus"));
  if (isBough && setting !== "table" && setting !== "pattern") return paintBranches;
  if (traits.includes("smoke") && (setting === undefined || setting === "abstract")) return paintSmoke;
  if (setting === "fabric" && traits.includes("draped")) return paintDrapes;
  if (traits.includes("underwater") && setting !== "table") return paintUnderwater;
  if (setting === "gradient" && traits.includes("glass")) return paintFrostedPanels;
  if (isFoliage(scene)) return paintFoliage;
  if (setting === "sea" && traits.includes("from above")) return paintFromAbove;
  return setting === undefined ? paintAbstract : surfaces[setting];
}

export function* paintSurface(canvas: Canvas, scene: Scene): Painting {
  const film = newFilm(canvas.width, canvas.height);
  yield* (wayOf(scene) ?? paintAbstract)(film, scene);
  if (scene.setting === "bokeh" || scene.setting === "festive") yield* bloom(film, scene.setting === "bokeh" ? 0.5 : 0.25);
  yield* print(film, canvas);
}

/** Shapes without a repeat of their own fill a grid, as on a quilt. */
function* paintRepeat(film: Film, scene: Scene): Painting {
  yield* scene.pattern === undefined && scene.styles.includes("shapes") ? paintShapes(film, scene) : paintPattern(film, scene);
}

/** The kind that was asked for, or else one the seed chooses. */
function* paintAbstract(film: Film, scene: Scene): Painting {
  const { styles } = scene;
  if (styles.includes("ink")) yield* paintPouredInk(film, scene);
  else if (styles.includes("flowing")) yield* paintFolds(film, scene);
  else if (styles.includes("layers")) yield* paintLayers(film, scene);
  else if (styles.includes("shapes")) yield* paintShapes(film, scene);
  else if (styles.includes("balls")) yield* paintBalls(film, scene);
  else yield* ([paintFolds, paintLayers, paintShapes, paintBalls] as const)[scene.seed % 4]?.(film, scene) ?? paintFolds(film, scene);
}
