// Started as a process of its own: takes the lock of the folder given, says so, and holds it until it is killed.
import { openLock } from "../../../../electron/services/lock.ts";

await openLock(process.argv[2] ?? "").run(async () => {
  console.log("held");
  await new Promise((resolve) => setTimeout(resolve, 60_000));
});
