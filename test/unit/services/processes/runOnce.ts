// Started as a process of its own by the tests beside it: runs the service on the state folder given and prints what it decided.
import { known } from "../../../../shared/observation.ts";
import { neverLocks, preflightIn, probesAnswering } from "../world.ts";

const [folder = "", times = "1", at = ""] = process.argv.slice(2);
const clock = { at: new Date(at) };
const probes = probesAnswering({ ...neverLocks, "restart-pending": known({ pending: true, since: null, because: [] }) });
for (let count = 0; count < Number(times); count++) {
  clock.at = new Date(clock.at.getTime() + 1000);
  const service = await preflightIn(folder, clock, { probes });
  await service.run({});
  const { decision, findings } = service.snapshot();
  const outcomes = Object.fromEntries(findings.map(({ checkId, outcome }) => [checkId, outcome]));
  if (count === Number(times) - 1)
    console.log(JSON.stringify({ light: decision?.light, integrity: decision?.integrity.map(({ kind }) => kind), outcomes }));
  await service.close();
}
