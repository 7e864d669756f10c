import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFakeApi } from "../support/fakeApi.ts";
import { goSnapshot, runningSnapshot, stopSnapshot } from "../support/snapshots.ts";
import { servePage } from "./support/pageServer.ts";
import { openPage, openScreen, openStage } from "./support/screen.ts";

let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe("a light that is no longer current", () => {
  it("goes out when its validity has passed; the house looks again by itself, so the page asks for nothing", async () => {
    const { page, fake, close } = await openScreen(stage.browser, stage.server, goSnapshot());
    await page.getByRole("img", { name: "信号: 開始できます" }).waitFor();
    await page.clock.fastForward("14:50");
    await expect.poll(() => page.getByRole("img", { name: "信号: 開始できます" }).count()).toBe(1);
    await page.clock.fastForward("00:20");
    await page.getByRole("heading", { level: 1, name: "期限切れ" }).waitFor();
    await expect.poll(() => page.getByRole("img", { name: "信号: 消灯" }).count()).toBe(1);
    expect(await page.getByText("いま始められます").count()).toBe(0);
    await page.clock.fastForward("30:00");
    await expect.poll(() => fake.asked.filter(({ id }) => id === "run.start")).toEqual([]);
    await close();
  });

  it("is out from the start when the answer comes after its end", async () => {
    const late = goSnapshot();
    if (late.decision) late.decision.validUntil = "2026-11-24T00:12:00.000Z";
    const { page, close } = await openScreen(stage.browser, stage.server, late);
    await page.getByRole("heading", { level: 1, name: "期限切れ" }).waitFor();
    await close();
  });

  it("does not live longer because the clock of the PC was set back", async () => {
    const { page, close } = await openScreen(stage.browser, stage.server, goSnapshot());
    await page.getByRole("img", { name: "信号: 開始できます" }).waitFor();
    await page.clock.setSystemTime(new Date("2026-11-23T20:00:00.000Z"));
    await page.clock.fastForward("15:10");
    await page.getByRole("heading", { level: 1, name: "期限切れ" }).waitFor();
    await close();
  });

  it("is not shown while one item is looked at again, and the list stays where it is", async () => {
    const { page, send, close } = await openScreen(stage.browser, stage.server, stopSnapshot());
    const row = page.getByRole("article", { name: "VPN 接続" });
    await row.waitFor();
    await send({ ...runningSnapshot(0), phase: { kind: "running", done: 0, total: 1, checks: ["vpn"] } });
    await page.getByRole("heading", { level: 1, name: "点検中" }).waitFor();
    expect(await row.textContent()).toContain("調べています");
    expect(await page.getByRole("img", { name: "信号: 停止" }).count()).toBe(0);
    await close();
  });
});

describe("a page without an answer", () => {
  it("says what happened and what was kept when the first load fails", async () => {
    const { page, close } = await openScreen(stage.browser, stage.server, stopSnapshot(), {
      prepare: (fake) => {
        fake.answers["snapshot.get"] = () => Promise.reject(new Error("gone"));
      },
    });
    await page.getByRole("heading", { level: 1, name: "画面を表示できません" }).waitFor();
    await expect.poll(() => page.getByText("例外と記録はそのまま残っています。").count()).toBe(1);
    await close();
  });

  it("shows an error state for an answer of another shape", async () => {
    const { page, close } = await openScreen(stage.browser, stage.server, stopSnapshot(), {
      prepare: (fake) => {
        fake.answers["snapshot.get"] = () => ({ ...stopSnapshot(), policyTexts: {} }) as unknown as ReturnType<typeof stopSnapshot>;
      },
    });
    await page.getByRole("heading", { level: 1, name: "画面を表示できません" }).waitFor();
    expect(await page.getByRole("img").count()).toBe(0);
    await close();
  });

  it("asks for the printed address when it was opened without the token", async () => {
    const { page, context, go } = await openPage(stage.browser, stage.server.origin);
    await go();
    await page.getByText("ターミナルに表示されたいちばん新しいアドレスから開いてください").waitFor();
    await context.close();
  });
});

describe("in the browser, over the loopback host", () => {
  it("exchanges the ticket of the address for the token, once, cleans the address, survives a reload, tells a lost connection and comes back", async () => {
    const fake = createFakeApi(goSnapshot());
    const streams = new Set<ServerResponse>();
    let down = false;
    const tokens = new Set<unknown>();
    let entered = 0;
    const server = await servePage((request, response) => {
      if (request.url === "/api/enter") {
        request.resume().on("end", () => response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ token: "abc123" })));
        entered += 1;
        return;
      }
      tokens.add(request.headers["x-preflight-token"]);
      if (down) return void response.destroy();
      if (request.url === "/api/events") {
        streams.add(response);
        response.writeHead(200).write(`${JSON.stringify({ event: "snapshot", value: goSnapshot() })}\n`);
        return;
      }
      let body = "";
      request.on("data", (chunk: Buffer) => {
        body += chunk.toString();
      });
      request.on("end", async () => {
        const id = (request.url ?? "").slice("/api/call/".length) as "snapshot.get";
        response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ value: await fake.call(id, JSON.parse(body)) }));
      });
    });
    const { page, context, go } = await openPage(stage.browser, server.origin, {}, "#ticket=once");
    await go();
    await page.getByRole("img", { name: "信号: 開始できます" }).waitFor();
    expect(page.url()).toBe(`${server.origin}/`);
    await page.reload();
    await page.getByRole("img", { name: "信号: 開始できます" }).waitFor();
    expect([[...tokens], entered]).toEqual([["abc123"], 1]);

    down = true;
    for (const stream of streams) stream.destroy();
    await page.getByRole("heading", { level: 1, name: "接続切れ" }).waitFor();
    await expect.poll(() => page.getByRole("img", { name: "信号: 消灯" }).count()).toBe(1);
    expect(await page.getByText("いま始められます").count()).toBe(0);
    await expect.poll(() => page.getByText("切れる前のもので、いまの状態ではありません").count()).toBe(1);

    down = false;
    await page.clock.runFor(20_000);
    await page.getByRole("img", { name: "信号: 開始できます" }).waitFor();
    await context.close();
    await server.close();
  });
});
