/** Whether what is shown can still be the current state. The desktop's bridge lives as long as its window and is always "live". */
export type ConnectionState = "live" | "lost";

export interface Connection {
  /** Tells the state at every change. Returns the function that ends the subscription. */
  onChange(listener: (state: ConnectionState) => void): () => void;
}

export const alwaysLive: Connection = { onChange: () => () => undefined };
