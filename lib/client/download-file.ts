/** Hands a file to the browser's own downloads. */
export function downloadFile(file: File): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  // The download has taken the bytes when the page is next idle; revoking at once would be too early in some browsers.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
