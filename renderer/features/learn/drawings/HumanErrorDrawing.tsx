import { Bad, Good, Laptop, Person, Tick } from "./pieces.tsx";

export function HumanErrorDrawing() {
  return (
    <>
      <Person x={30} y={84} />
      <Person x={160} y={84} />
      <Bad>
        <Laptop x={58} y={62}>
          <path d="M28 10h14l8 8v22H28zM42 10v8h8" />
        </Laptop>
      </Bad>
      <Good>
        <Laptop x={226} y={62}>
          <path d="M16 14h44v22H16zM16 14l22 14 22-14" />
        </Laptop>
        <Person x={356} y={76} />
        <path d="M338 92l-30-6" />
        <Tick x={264} y={42} />
      </Good>
    </>
  );
}
