/** Where the rooms stand on the screen: beside one another where it is wide, below one another where it is not. */
export const areas = "grid min-h-svh grid-cols-[minmax(0,1fr)] lg:h-svh";
export const withPanels =
  "[grid-template-areas:'header''stage''history''composer'] lg:grid-cols-[minmax(0,1fr)_21rem] lg:grid-rows-[auto_minmax(0,1fr)_auto] lg:[grid-template-areas:'header_header''stage_composer''history_history']";
export const withoutPanels = "[grid-template-areas:'header''stage'] grid-rows-[auto_minmax(0,1fr)]";
