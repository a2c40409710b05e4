/** Shows what a mask covers: colour and hatch wherever it is white, stretched over the picture it belongs to. */
export function MaskOverlay({ src, label }: { readonly src: string; readonly label: string }) {
  return <div role="img" aria-label={label} className="mask-hatch absolute inset-0" style={{ maskImage: `url("${src}")` }} />;
}
