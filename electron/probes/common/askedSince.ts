import { NotRecorded } from "../../host/notRecorded.ts";
import type { RecordingFormat } from "../../host/recording.ts";

/**
 * A question that recordings hold since `format`. A recording of an older format could not answer it: undefined, "not seen by that version", which is
 * never "not there" and never "safe". A hole in a newer recording stays an error, and a real machine always answers.
 */
export async function askedSince<T>(format: RecordingFormat, ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof NotRecorded && error.format < format) return undefined;
    throw error;
  }
}
