"use client";

import {
  Brush,
  Circle,
  Eraser,
  Hand,
  Lasso,
  type LucideIcon,
  PaintBucket,
  Pentagon,
  Pipette,
  Square,
  SquareDashedMousePointer,
  WandSparkles,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { useKeyTitle } from "#components/ui/use-key-title.ts";
import { useShortcutKeys } from "#lib/client/shortcuts/use-shortcuts.ts";
import { type Tool, tools } from "./tool-settings.ts";

const icons: Readonly<Record<Tool, LucideIcon>> = {
  brush: Brush,
  eraser: Eraser,
  lasso: Lasso,
  rectangle: Square,
  ellipse: Circle,
  polygon: Pentagon,
  smart: SquareDashedMousePointer,
  wand: WandSparkles,
  colour: Pipette,
  bucket: PaintBucket,
  hand: Hand,
};

interface ToolRailProps {
  readonly tool: Tool;
  readonly onTool: (tool: Tool) => void;
  /** What stands with the tools but is none. */
  readonly children?: ReactNode;
}

export function ToolRail({ tool, onTool, children }: ToolRailProps) {
  const t = useTranslations("stage");
  const keysOf = useShortcutKeys();
  const titleOf = useKeyTitle();
  return (
    <div
      role="toolbar"
      aria-label={t("tools")}
      className="flex gap-0.5 rounded-lg border border-line bg-glass p-1 shadow-lg max-lg:flex-wrap lg:flex-col lg:pointer-coarse:grid lg:pointer-coarse:grid-cols-2"
    >
      {tools.map((one) => (
        <IconButton
          key={one}
          icon={icons[one]}
          label={t(`tool.${one}`)}
          title={titleOf(t(`tool.${one}`), one)}
          aria-pressed={one === tool}
          aria-keyshortcuts={keysOf(one).aria}
          onClick={() => onTool(one)}
          className={joinClasses(one === tool && "bg-raised text-ink ring-1 ring-edge")}
        />
      ))}
      {children}
    </div>
  );
}
