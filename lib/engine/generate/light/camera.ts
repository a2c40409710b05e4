/** Where the eye stands and how the world falls on the film: x to the right, z away, heights over the water, in kilometres. */
export interface Camera {
  /** The row of the horizon. */
  readonly horizon: number;
  readonly focal: number;
  readonly centre: number;
  readonly height: number;
}

export function newCamera(width: number, height: number, horizonShare: number, eyeHeight: number): Camera {
  return {
    horizon: height * horizonShare,
    focal: 0.85 * Math.sqrt(width * height) * (width > height ? 1.1 : 1),
    centre: width / 2,
    height: eyeHeight,
  };
}

export function rowOf(camera: Camera, height: number, z: number): number {
  return camera.horizon - (camera.focal * (height - camera.height)) / z;
}

export function columnOf(camera: Camera, x: number, z: number): number {
  return camera.centre + (camera.focal * x) / z;
}
