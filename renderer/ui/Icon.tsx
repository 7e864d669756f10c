import type { ReactElement } from "react";
import "./Icon.css";

/** Shapes that mean something without colour: octagon ✕, triangle !, circle ✓, dashed circle ?. */
const shapes = {
  stop: (
    <>
      <path d="M12 3h12l9 9v12l-9 9H12l-9-9V12z" />
      <path d="M13 13l10 10M23 13L13 23" />
    </>
  ),
  caution: (
    <>
      <path d="M18 5l15 26H3z" />
      <path d="M18 15v7M18 26v.5" />
    </>
  ),
  go: (
    <>
      <circle cx="18" cy="18" r="14" />
      <path d="M11 18l5 5 9-10" />
    </>
  ),
  unknown: (
    <>
      <circle cx="18" cy="18" r="14" strokeDasharray="5 4" />
      <path d="M14 14a4 4 0 1 1 7 3c-2 1-3 2-3 4M18 26v.5" />
    </>
  ),
  wait: (
    <>
      <circle cx="18" cy="18" r="14" strokeDasharray="2 5" />
      <path d="M12 18h.5M18 18h.5M24 18h.5" />
    </>
  ),
  skip: (
    <>
      <circle cx="18" cy="18" r="14" />
      <path d="M11 18h14" />
    </>
  ),
  laptop: (
    <>
      <rect x="6" y="7" width="24" height="16" rx="2" />
      <path d="M3 29h30" />
    </>
  ),
  globe: (
    <>
      <circle cx="18" cy="18" r="14" />
      <path d="M4 18h28M18 4c9 8 9 20 0 28M18 4c-9 8-9 20 0 28" />
    </>
  ),
  building: <path d="M8 32V6h13v26M21 14h8v18M4 32h28M12 12h5M12 18h5M12 24h5" />,
  menu: <path d="M6 10h24M6 18h24M6 26h24" />,
  chevron: <path d="M12 8l11 10-11 10" />,
} as const satisfies Record<string, ReactElement>;

export type IconName = keyof typeof shapes;

/** Decoration beside words; what it means is always said in text too. */
export function Icon({ name, className = "" }: { readonly name: IconName; readonly className?: string }) {
  return (
    <svg className={`icon ${className}`} viewBox="0 0 36 36" aria-hidden="true" focusable="false">
      {shapes[name]}
    </svg>
  );
}
