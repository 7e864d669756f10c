// Started as a process of its own: takes the lock of the folder given, says so, and holds it until it is killed.
import { withLock } from "../../../../electron/services/lock.ts";

await withLock(process.argv[2] ?? "", async () => {
  console.log("held");
  await new Promise((resolve) => setTimeout(resolve, 60_000));
});
