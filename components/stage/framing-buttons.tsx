"use client";

import { Expand, Frame, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { useKeyTitle } from "#components/ui/use-key-title.ts";
import { useShortcutKeys } from "#lib/client/shortcuts/use-shortcuts.ts";
import type { FramingTool } from "./use-framing-tool.ts";

/** They stand with the mask's tools and paint nothing: the box the model sees, and the canvas that grows. */
export function FramingButtons({ tool }: { readonly tool: FramingTool }) {
  const t = useTranslations("stage");
  return (
    <>
      <span aria-hidden className="m-0.5 border-line max-lg:border-l lg:border-t lg:pointer-coarse:col-span-2" />
      <Toggle
        icon={Frame}
        name={t("frame.show")}
        id="frameBox"
        isOn={tool.isBoxShown}
        onToggle={() => tool.setBoxShown(!tool.isBoxShown)}
      />
      <Toggle
        icon={Expand}
        name={t("expand.open")}
        id="expandCanvas"
        isOn={tool.isExpanding}
        onToggle={() => tool.setExpanding(!tool.isExpanding)}
      />
    </>
  );
}

interface ToggleProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly id: "frameBox" | "expandCanvas";
  readonly isOn: boolean;
  readonly onToggle: () => void;
}

function Toggle({ icon, name, id, isOn, onToggle }: ToggleProps) {
  const { aria } = useShortcutKeys()(id);
  const titleOf = useKeyTitle();
  return (
    <IconButton
      icon={icon}
      label={name}
      title={titleOf(name, id)}
      aria-pressed={isOn}
      aria-keyshortcuts={aria}
      onClick={onToggle}
      className={joinClasses(isOn && "bg-raised text-ink ring-1 ring-edge")}
    />
  );
}
