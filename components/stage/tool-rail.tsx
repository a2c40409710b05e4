"use client";

import { Brush, Circle, Eraser, Hand, Lasso, type LucideIcon, Pentagon, Square } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { toolKeys } from "./stage-keys.ts";
import { type Tool, tools } from "./tool-settings.ts";

const icons: Readonly<Record<Tool, LucideIcon>> = {
  brush: Brush,
  eraser: Eraser,
  lasso: Lasso,
  rectangle: Square,
  ellipse: Circle,
  polygon: Pentagon,
  hand: Hand,
};

export function ToolRail({ tool, onTool }: { readonly tool: Tool; readonly onTool: (tool: Tool) => void }) {
  const t = useTranslations("stage");
  return (
    <div
      role="toolbar"
      aria-label={t("tools")}
      className="flex gap-0.5 rounded-lg border border-line bg-glass p-1 shadow-lg max-lg:flex-wrap lg:flex-col"
    >
      {tools.map((one) => (
        <IconButton
          key={one}
          icon={icons[one]}
          label={t(`tool.${one}`)}
          title={t("withKey", { label: t(`tool.${one}`), key: toolKeys[one] })}
          aria-pressed={one === tool}
          aria-keyshortcuts={toolKeys[one]}
          onClick={() => onTool(one)}
          className={joinClasses(one === tool && "bg-raised text-ink ring-1 ring-edge")}
        />
      ))}
    </div>
  );
}
