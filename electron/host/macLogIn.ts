// One record of macOS's /var/run/utmpx (struct utmpx32 of Apple's Libc): user 256, id 4, line 32, pid 4, type 2 and 2 of padding, time 8 (seconds and
// microseconds), host 256, 64 unused. Little-endian on every Mac that runs today.
const recordSize = 628;
const lineAt = 260;
const typeAt = 296;
const timeAt = 300;
const bootTime = 2;
const userProcess = 7;

function word(record: Uint8Array, from: number, length: number): string {
  const bytes = record.subarray(from, from + length);
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
}

/**
 * The start of the Mac and the log-in of this person at its screen, as written down when they happened. Null: the records of the one or the other are
 * not there, or not as we know them.
 */
export function macLogIn(bytes: Uint8Array, user: string): string | null {
  const records = Array.from({ length: Math.floor(bytes.length / recordSize) }, (_, index) =>
    bytes.subarray(index * recordSize, (index + 1) * recordSize),
  );
  const view = (record: Uint8Array) => new DataView(record.buffer, record.byteOffset, record.byteLength);
  const time = (record: Uint8Array) => [view(record).getInt32(timeAt, true), view(record).getInt32(timeAt + 4, true)];
  const of = (type: number) => records.filter((record) => view(record).getInt16(typeAt, true) === type);
  const boot = of(bootTime).at(-1);
  const logIn = of(userProcess).findLast((record) => word(record, 0, 256) === user && word(record, lineAt, 32) === "console");
  return boot === undefined || logIn === undefined ? null : JSON.stringify([time(boot), time(logIn)]);
}
