/** Resolves once the page has been drawn as it stands, or soon where nobody looks at it and nothing is drawn. */
const longestMs = 100;

export function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => setTimeout(resolve);
    // The second begins when the first has been handed over.
    requestAnimationFrame(() => requestAnimationFrame(done));
    setTimeout(done, longestMs);
  });
}
