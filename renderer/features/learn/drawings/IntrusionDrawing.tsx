import { Bad, Good, Laptop, Lock, Person } from "./pieces.tsx";

function Key({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle cx="0" cy="0" r="7" />
      <path d="M7 0h24M24 0v7M31 0v7" />
    </g>
  );
}

export function IntrusionDrawing() {
  return (
    <>
      <Laptop x={24} y={66}>
        <path d="M14 16h30M14 26h40" />
      </Laptop>
      <Person x={126} y={86} />
      <Bad>
        <Person x={166} y={44} />
        <path d="M148 46L106 78" strokeDasharray="5 6" />
      </Bad>
      <Good>
        <path d="M384 20v112" />
        <Person x={354} y={86} />
        <Laptop x={226} y={66}>
          <Lock x={38} y={20} />
        </Laptop>
        <Key x={236} y={40} />
        <Key x={288} y={40} />
      </Good>
    </>
  );
}
