import type { ReactNode } from "react";

interface At {
  readonly x: number;
  readonly y: number;
}

export function Laptop({ x, y, children }: At & { readonly children?: ReactNode }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect x="0" y="0" width="76" height="48" rx="4" />
      <path d="M-10 58h96" />
      {children}
    </g>
  );
}

/** Head and shoulders. */
export function Person({ x, y }: At) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle cx="0" cy="0" r="10" />
      <path d="M-18 36c0-28 36-28 36 0" />
    </g>
  );
}

export function Lock({ x, y }: At) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect x="-11" y="0" width="22" height="17" rx="3" />
      <path d="M-6 0v-6a6 6 0 0 1 12 0v6" />
    </g>
  );
}

export function Shield({ x, y }: At) {
  return <path transform={`translate(${x} ${y})`} d="M0-20l16 6v14c0 11-8 18-16 21-8-3-16-10-16-21v-14zM-7 0l5 6 9-11" />;
}

export function Cross({ x, y }: At) {
  return <path transform={`translate(${x} ${y})`} d="M-8-8L8 8M8-8L-8 8" />;
}

export function Tick({ x, y }: At) {
  return <path transform={`translate(${x} ${y})`} d="M-9 0l6 7 12-14" />;
}

/** What is not good, and what is; each also differs by its shape. */
export function Bad({ children }: { readonly children: ReactNode }) {
  return <g className="drawing-bad">{children}</g>;
}
export function Good({ children }: { readonly children: ReactNode }) {
  return <g className="drawing-good">{children}</g>;
}
