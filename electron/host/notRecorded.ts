import type { RecordingFormat } from "./recording.ts";

/** A question that a recording does not answer. `format`: of the recording, so that a question which it could not know can be told from a hole in it. */
export class NotRecorded extends Error {
  readonly format: RecordingFormat;
  constructor(what: string, format: RecordingFormat) {
    super(`no recording of ${what}`);
    this.name = "NotRecorded";
    this.format = format;
  }
}
