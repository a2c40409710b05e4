"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { NumberBox } from "#components/ui/number-box.tsx";
import { Popover } from "#components/ui/popover.tsx";
import type { Size } from "#components/ui/viewport.ts";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface BoxFormProps {
  readonly picture: Size;
  readonly buttonClassName: string;
  readonly onBox: (box: Box) => void;
}

const parts = ["x", "y", "width", "height"] as const;

/** A rectangle or an ellipse without a pointer: where it begins and how large it is, in pixels of the picture. */
export function BoxForm({ picture, buttonClassName, onBox }: BoxFormProps) {
  const t = useTranslations("stage.box");
  const id = useId();
  const [box, setBox] = useState<Box>({
    ...{ x: Math.round(picture.width / 4), y: Math.round(picture.height / 4) },
    ...{ width: Math.round(picture.width / 2), height: Math.round(picture.height / 2) },
  });
  const isEmpty = box.width < 1 || box.height < 1;
  return (
    <Popover label={t("title")} button={t("title")} buttonClassName={buttonClassName} className="left-0 w-56">
      {(close) => (
        <form
          className="grid gap-2 p-1 text-xs"
          onSubmit={(event) => {
            event.preventDefault();
            if (isEmpty) return;
            onBox(box);
            close();
          }}
        >
          {parts.map((part) => (
            <label key={part} htmlFor={`${id}${part}`} className="flex items-center justify-between gap-2 whitespace-nowrap">
              {t(part)}
              <NumberBox
                id={`${id}${part}`}
                value={box[part]}
                className="w-16 text-right"
                onValue={(value) => setBox({ ...box, [part]: Math.round(value ?? 0) })}
              />
            </label>
          ))}
          <Button type="submit" disabled={isEmpty}>
            {t("draw")}
          </Button>
        </form>
      )}
    </Popover>
  );
}
