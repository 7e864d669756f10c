/** What is to be done when this program ends before something that it has started. */
const tasks = new Set<() => void>();

function doAll(): void {
  for (const task of tasks) task();
}

/**
 * Keeps this for the end of the program: whoever exits does not wait for the time between asking a command to end and ending it, and a tool that ignores
 * the first would be left running for ever. Returns the function that forgets it again.
 */
export function whenWeEnd(task: () => void): () => void {
  if (tasks.size === 0) process.on("exit", doAll);
  tasks.add(task);
  return () => {
    tasks.delete(task);
    if (tasks.size === 0) process.removeListener("exit", doAll);
  };
}
