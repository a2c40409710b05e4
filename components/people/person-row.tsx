"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { SelectBox } from "#components/ui/select-box.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { type Person, type Role, roles } from "#lib/people-wire.ts";

interface PersonRowProps {
  readonly person: Person;
  readonly isYou: boolean;
  readonly isBusy: boolean;
  readonly onChange: (to: { readonly role?: Role; readonly isDisabled?: boolean }) => void;
  readonly onHandOver: () => void;
  readonly onWayBack: () => void;
  readonly onFactorOff: () => void;
}

export function PersonRow({ person, isYou, isBusy, onChange, onHandOver, onWayBack, onFactorOff }: PersonRowProps) {
  const t = useTranslations("people");
  const { name, email, role, isDisabled, hasFactor } = person;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <div className="grid min-w-0 flex-1 basis-48">
        <span className="flex flex-wrap items-center gap-2 wrap-anywhere">
          {name}
          {isYou && <StatusPill tone="calm">{t("you")}</StatusPill>}
          {hasFactor && <StatusPill tone="good">{t("factorOn")}</StatusPill>}
          {isDisabled && <StatusPill tone="caution">{t("disabled")}</StatusPill>}
        </span>
        <span className="text-xs text-dim wrap-anywhere">{email}</span>
      </div>
      <div className="ml-auto flex flex-wrap items-center justify-end gap-3">
        <SelectBox
          aria-label={t("roleOf", { name })}
          disabled={isBusy}
          value={role}
          onChange={({ currentTarget }) => onChange({ role: roles[currentTarget.selectedIndex] ?? role })}
        >
          {roles.map((one) => (
            <option key={one} value={one}>
              {t(`roles.${one}`)}
            </option>
          ))}
        </SelectBox>
        {hasFactor && !isYou && (
          <Button disabled={isBusy} aria-label={t("factorOffNamed", { name })} title={t("factorOffHelp")} onClick={onFactorOff}>
            {t("factorTakeOff")}
          </Button>
        )}
        {!isDisabled && !isYou && (
          <Button disabled={isBusy} aria-label={t("wayBackNamed", { name })} title={t("wayBackHelp")} onClick={onWayBack}>
            {t("wayBack")}
          </Button>
        )}
        {isDisabled && (
          <Button disabled={isBusy} aria-label={t("handOverNamed", { name })} title={t("handOverHelp")} onClick={onHandOver}>
            {t("handOver")}
          </Button>
        )}
        <Button
          disabled={isBusy || isYou}
          aria-label={t(isDisabled ? "enableNamed" : "disableNamed", { name })}
          onClick={() => onChange({ isDisabled: !isDisabled })}
        >
          {t(isDisabled ? "enable" : "disable")}
        </Button>
      </div>
    </li>
  );
}
