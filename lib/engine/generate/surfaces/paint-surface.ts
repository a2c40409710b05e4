/** Everything that fills the picture from edge to edge instead of showing a place. */
import { bloom } from "../bloom.ts";
import type { Canvas, Painting } from "../canvas.ts";
import { type Film, newFilm, print } from "../film.ts";
import type { Scene, Setting } from "../scene.ts";
import { paintBalls } from "./balls.ts";
import { paintBokeh } from "./bokeh.ts";
import { paintFlower } from "./flower.ts";
import { paintFolds } from "./folds.ts";
import { paintGradient } from "./gradient.ts";
import { paintInkScene } from "./ink-scene.ts";
import { paintLayers } from "./layers.ts";
import { paintMarble, paintPaper, paintWood } from "./materials.ts";
import { paintMonogram } from "./monogram.ts";
import { paintPattern } from "./pattern.ts";
import { paintShapes } from "./shapes.ts";

type Surface = (film: Film, scene: Scene) => Painting;

const surfaces: Readonly<Partial<Record<Setting, Surface>>> = {
  abstract: paintAbstract,
  bokeh: paintBokeh,
  blossom: paintFlower,
  gradient: paintGradient,
  marble: paintMarble,
  monogram: paintMonogram,
  paper: paintPaper,
  pattern: paintPattern,
  wood: paintWood,
};

export function isSurface(setting: Setting | undefined): boolean {
  return setting === undefined || surfaces[setting] !== undefined;
}

export function* paintSurface(canvas: Canvas, scene: Scene): Painting {
  const film = newFilm(canvas.width, canvas.height);
  yield* (scene.isInk ? paintInkScene : (surfaces[scene.setting ?? "abstract"] ?? paintAbstract))(film, scene);
  if (scene.setting === "bokeh") yield* bloom(film, 0.5);
  yield* print(film, canvas);
}

/** The kind that was asked for, or else one the seed chooses. */
function* paintAbstract(film: Film, scene: Scene): Painting {
  const { styles } = scene;
  if (styles.includes("flowing")) yield* paintFolds(film, scene);
  else if (styles.includes("layers")) yield* paintLayers(film, scene);
  else if (styles.includes("shapes")) yield* paintShapes(film, scene);
  else if (styles.includes("balls")) yield* paintBalls(film, scene);
  else yield* ([paintFolds, paintLayers, paintShapes, paintBalls] as const)[scene.seed % 4]?.(film, scene) ?? paintFolds(film, scene);
}
