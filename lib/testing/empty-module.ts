/** Stands in for modules that are only markers. */
export {};
