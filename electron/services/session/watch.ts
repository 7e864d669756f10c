import type { SessionEnd } from "../../../shared/session.ts";
import type { Core } from "../core.ts";
import { watchClocks } from "./clockWatch.ts";
import { lockTimes } from "./lockTimes.ts";
import { watchPolicy } from "./policyWatch.ts";

/** What a door tells the watch of events that only it hears of. */
export interface SessionWatch {
  resumed(): void;
  locked(): void;
  unlocked(): void;
  end(): void;
}

/** Everything that ends clearances while a door is open. Cheap: it hears of most, and looks at clocks and at four files now and then. */
export function watchSession(core: Core, onEnd: (because: SessionEnd) => void): SessionWatch {
  const { host, managedFolder, readPolicy } = core;
  const wall = () => host.now().getTime();
  const clocks = watchClocks({
    wall,
    decided: () => ({ judgment: core.model().judgment, now: core.model().state.clock.host() }),
    onEnd,
    onSoon: () => void core.renew(),
  });
  const locks = lockTimes({ wall, minutes: () => core.model().loaded.policy.session.unlockMinutes, onEnd: () => onEnd("unlock") });
  const ends = [
    clocks.end,
    host.watchNetwork(() => onEnd("network")),
    host.watchSession((event) => {
      if (event.kind === "resumed") clocks.resumed();
      else locks[event.kind](event.seat);
    }),
    watchPolicy({ folder: managedFolder, current: () => core.model().loaded, read: readPolicy, onChange: () => onEnd("policy") }),
  ];
  return {
    resumed: clocks.resumed,
    locked: () => locks.locked(),
    unlocked: () => locks.unlocked(),
    end() {
      for (const end of ends) end();
    },
  };
}
