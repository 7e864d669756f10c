import { Bad, Cross, Good, Laptop, Lock, Person } from "./pieces.tsx";

export function LossDrawing() {
  return (
    <>
      <path d="M14 20h150v104H14zM30 34h52v34H30zM96 34h52v34H96zM14 124l-6 12M164 124l6 12" />
      <Bad>
        <path d="M66 92h46v30H66zM78 92v-8h22v8" />
        <Cross x={134} y={106} />
      </Bad>
      <Good>
        <Laptop x={208} y={66}>
          <Lock x={38} y={20} />
        </Laptop>
        <Person x={336} y={74} />
        <path d="M352 66c8 6 8 16 0 22M360 60c12 10 12 24 0 34" />
      </Good>
    </>
  );
}
