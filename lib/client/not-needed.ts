/**
 * Stands in (next.config.js) for what the framework brings along for browsers that know no popovers, and so cannot open the
 * studio anyway, and for a Node that a browser is not.
 */
export const env = {};
