/** Where the rooms stand on the screen: beside one another where it is wide, below one another where it is not. */
export const areas = "grid min-h-svh grid-cols-[minmax(0,1fr)] lg:h-svh";
export const withPanels =
  "[grid-template-areas:'header''stage''history''composer'] lg:grid-cols-[minmax(0,1fr)_21rem] lg:grid-rows-[auto_minmax(0,1fr)_auto] lg:[grid-template-areas:'header_header''stage_composer''history_history']";
export const withoutPanels = "[grid-template-areas:'header''stage'] grid-rows-[auto_minmax(0,1fr)]";

/** The header's own rows: the modes stand in the middle where it is wide, below the rest where it is not. */
export const headerClass =
  "flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line bg-panel px-3 py-1.5 lg:grid lg:grid-cols-[1fr_auto_1fr] [grid-area:header]";
export const tabsClass = "max-lg:order-last max-lg:flex max-lg:w-full max-lg:justify-center";
