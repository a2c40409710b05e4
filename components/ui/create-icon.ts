/**
 * Makes a component of an icon's lines. It stands in for the icons' own builder (next.config.js), which carries a dozen ways
 * to draw that nobody here asks for into every first load.
 */
import { type ComponentProps, createElement, type ReactElement } from "react";

interface IconData {
  readonly size?: number;
  readonly node: readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];
}

interface IconProps extends Omit<ComponentProps<"svg">, "width" | "height" | "children"> {
  readonly size?: number | string;
}

export default function createIcon(data: IconData): (props: IconProps) => ReactElement {
  return (props) => draw(data, props);
}

function draw({ node, size: side = 24 }: IconData, { size = side, ...rest }: IconProps): ReactElement {
  const pen = { fill: "none", stroke: "currentColor", strokeWidth: 2, strokeLinecap: "round", strokeLinejoin: "round" } as const;
  const lines = node.map(([tag, attributes]) => createElement(tag, attributes));
  return createElement("svg", { viewBox: `0 0 ${side} ${side}`, width: size, height: size, ...pen, ...rest }, lines);
}
