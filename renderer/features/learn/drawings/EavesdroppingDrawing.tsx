import { Bad, Good, Laptop, Person } from "./pieces.tsx";

export function EavesdroppingDrawing() {
  return (
    <>
      <Laptop x={20} y={54} />
      <path d="M346 128V46h34v82M338 128h50M356 60h14M356 76h14M356 92h14" />
      <Bad>
        <path d="M108 66C150 30 180 28 206 30M256 30c34 2 54 14 76 30" strokeDasharray="7 7" />
        <path d="M214 40c8-10 26-10 34 0M222 48c4-5 14-5 18 0M231 54v.5" />
        <g transform="translate(231 8) scale(.5)">
          <Person x={0} y={0} />
        </g>
      </Bad>
      <Good>
        <path d="M108 88h222" />
        <path d="M128 104h190c10 0 10-32 0-32H128c-10 0-10 32 0 32z" />
      </Good>
    </>
  );
}
