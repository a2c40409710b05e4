"use client";

import { createContext, type ReactNode, useContext } from "react";

const MayChange = createContext(true);

interface RightsProps {
  readonly mayChange: boolean;
  readonly children: ReactNode;
}

/** Whether who is here may change and spend, as the server knows them when it draws the page. It refuses all the same. */
export function Rights({ mayChange, children }: RightsProps) {
  return <MayChange value={mayChange}>{children}</MayChange>;
}

/** Controls that would only be refused are not shown. */
export function useMayChange(): boolean {
  return useContext(MayChange);
}
