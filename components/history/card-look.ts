export const cardFrame = "relative block h-20 w-32 overflow-hidden rounded-md bg-raised";
export const cardName = "block w-32 truncate text-xs";
