/** The sign of the house, the same drawing as public/icon.svg. */
export function Mark() {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className="size-6 shrink-0">
      <clipPath id="mark-tile">
        <rect width="32" height="32" rx="8" />
      </clipPath>
      <g clipPath="url(#mark-tile)">
        <rect width="32" height="32" fill="#8796ff" />
        <path d="M32 0v32H0z" fill="#e8854a" />
        <path d="M11.1 20.9A7 7 0 0 1 21 11z" fill="#fff" fillOpacity=".92" />
        <path d="M21 11a7 7 0 0 1-9.9 9.9z" fill="#16171a" fillOpacity=".82" />
      </g>
    </svg>
  );
}
