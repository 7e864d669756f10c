import { Bad, Good, Person } from "./pieces.tsx";

export function ExternalServiceDrawing() {
  return (
    <>
      <path d="M160 50h80a8 8 0 0 1 8 8v34a8 8 0 0 1-8 8h-40l-16 16v-16h-24a8 8 0 0 1-8-8V58a8 8 0 0 1 8-8zM168 68h64M168 82h44" />
      <Good>
        <circle cx="70" cy="76" r="52" />
        <Person x={52} y={66} />
        <Person x={90} y={66} />
        <path d="M144 76h-16m6-6l-8 6 8 6" />
      </Good>
      <Bad>
        <circle cx="328" cy="76" r="68" strokeDasharray="8 7" />
        <path d="M256 76h-4m0 0h-2" />
        {[286, 328, 370].map((x) => (
          <Person key={x} x={x} y={50} />
        ))}
        <Person x={307} y={98} />
        <Person x={349} y={98} />
      </Bad>
    </>
  );
}
