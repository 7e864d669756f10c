import { expect, it } from "vitest";
import { sendSnapshots } from "../../../electron/desktop/snapshotSender.ts";
import { createGate } from "../../../electron/ipc/serve.ts";
import type { Handlers } from "../../../shared/ipc/contract.ts";
import { exampleSnapshot } from "../../support/fakeService.ts";

it("leaves no older state on the screen when one cannot be sent: the page is loaded anew, once until something can be sent again", () => {
  const done: string[] = [];
  const gate = createGate({} as Handlers, () => undefined);
  const send = sendSnapshots(
    gate,
    ({ helpdeskCode }) => done.push(`sent ${helpdeskCode}`),
    () => done.push("reload"),
  );
  const broken = { ...exampleSnapshot(), helpdeskCode: 5 as unknown as string };
  send(exampleSnapshot({ helpdeskCode: "one" }));
  send(broken);
  send(broken);
  send(exampleSnapshot({ helpdeskCode: "two" }));
  send(broken);
  expect(done).toEqual(["sent one", "reload", "sent two", "reload"]);
});
