import { fractalNoise } from "#lib/pixels/noise.ts";
import { createRandom } from "#lib/pixels/random.ts";
import { type Canvas, ellipse, mix, type Painting, paint, repaint, stroke } from "../light/canvas.ts";
import type { Light } from "../light/palettes.ts";
import type { Scene } from "../scene.ts";

export function* paintWeather(canvas: Canvas, scene: Scene, light: Light, horizon: number): Painting {
  if (scene.weather.includes("mist")) {
    yield* repaint(canvas, 0, canvas.height, (x, y, old) => {
      const band = Math.exp(-(((y - horizon) / (canvas.height * 0.22)) ** 2));
      const wisp = fractalNoise((x / canvas.unit) * 2.2, (y / canvas.unit) * 7, scene.seed + 31, 4);
      return mix(old, mix(light.haze, light.white, 0.3), Math.min(0.8, 0.05 + band * (0.05 + 0.85 * wisp * wisp * 1.6)));
    });
  }
  const random = createRandom(scene.seed + 17);
  if (scene.weather.includes("rain") || scene.hour === "storm") {
    for (let n = 0; n < 700; n++) {
      if (n % 50 === 0) yield;
      const near = random();
      const [x, y] = [random() * canvas.width * 1.1, random() * canvas.height];
      const length = canvas.unit * (0.015 + 0.045 * near);
      paint(
        canvas,
        stroke(
          [
            [x, y],
            [x - length * 0.22, y + length],
          ],
          canvas.unit * (0.0006 + 0.0014 * near),
        ),
        light.white,
        0.14 + 0.2 * near,
      );
    }
  }
  if (scene.weather.includes("snowfall")) {
    for (let n = 0; n < 900; n++) {
      if (n % 50 === 0) yield;
      const near = random() ** 3;
      const radius = canvas.unit * (0.0012 + 0.008 * near);
      paint(
        canvas,
        ellipse(random() * canvas.width, random() * canvas.height, radius),
        mix(light.white, [255, 255, 255], 0.6),
        0.85 - 0.4 * near,
        radius * (0.6 + near),
      );
    }
  }
}
