// Started as a process of its own: writes into the journal of the folder given, prints the name of each entry once it is acknowledged, until it is killed.
import { openStateStore } from "../../../../electron/services/stateStore.ts";

const [folder = "", name = ""] = process.argv.slice(2);
const store = await openStateStore(folder, () => new Date());
for (let count = 0; ; count++) {
  const id = `${name}-${count}`;
  await store.exclusively(async () => {
    const { clock } = await store.read();
    // Long enough that a new file of the journal is begun now and then.
    await store.journal.append([{ kind: "app", data: { id, filler: "x".repeat(4000) } }], clock.moment());
  });
  process.stdout.write(`${id}\n`);
}
