/** The still life everybody knows: a vase and a bottle, a bowl of fruit, and fruit that lies about it. */
import type { TableThing } from "../scene.ts";
import { type Form, place, type Solid } from "./solid.ts";

export type Forms = Readonly<Record<TableThing, () => Form>>;

export function tallThings(forms: Forms, side: number): readonly Solid[] {
  return [place(forms.vase(), -0.55 * side, 0.55, 1, 0.4), place(forms.bottle(), 1.25 * side, 0.95, 0.86)];
}

/** Filled with what was named, or else with what a bowl usually holds. */
export function bowlOfFruit(
  forms: Forms,
  x: number,
  held: readonly TableThing[] = ["apple", "orange", "pear", "orange"],
): readonly Solid[] {
  const z = -0.15;
  const spots = [
    [-0.3, 0.05, 0.2],
    [0.3, -0.1, 0.2],
    [0.02, -0.28, 0.26],
    [0.06, 0.36, 0.24],
  ] as const;
  const lying = spots.map(([dx, dz, y], n) => place(forms[held[n % held.length] ?? "orange"](), x + dx, z + dz, 0.5, n * 1.3, y));
  return [place(forms.bowl(), x, z, 0.8), ...lying];
}

export function looseFruit(forms: Forms, side: number): readonly Solid[] {
  return [
    place(forms.apple(), -0.42 * side, -0.72, 0.6, 2.2),
    place(forms.lemon(), -1.32 * side, -0.35, 0.62, 0.7 * side),
    place(forms.grapes(), -2.02 * side, 0.08, 0.85),
    place(forms.pear(), -1.62 * side, 0.86, 0.68, 2),
  ];
}
