// Started as a process of its own: answers the open request of the folder given with each code, and prints what was said.

import { neverLocks, preflightIn, probesAnswering } from "../world.ts";

const [folder = "", at = "", ...codes] = process.argv.slice(2);
const probes = probesAnswering(neverLocks);
const owner = process.getuid?.() ?? 0;
const clock = { at: new Date(at) };
const service = await preflightIn(folder, clock, { probes, openedPolicy: `${folder}/policy.yaml`, trustedOwners: [owner] });
const [pending] = service.snapshot().requests;
const said: string[] = [];
for (const code of codes) {
  const answer = await service.answerRequest(pending?.code ?? "", code);
  said.push(answer.ok ? "granted" : answer.code);
}
console.log(JSON.stringify(said));
