/** For file inputs that stand behind a button: out of sight and out of the reading order, without an inline style, which the page's policy refuses. */
export const hiddenFileInput = {
  "aria-hidden": true,
  className: "sr-only",
  style: {},
  accept: "image/*,.heic,.heif,.avif,.tif,.tiff",
} as const;
