import { describe, expect, it } from "vitest";
import { ipMonitorReader, routeMonitorReader } from "../../../electron/host/networkEvents.ts";

const read = (lines: readonly string[]) => {
  const reader = ipMonitorReader();
  return lines.map(reader);
};

describe("lines of ip monitor", () => {
  it.each([
    ["[ROUTE]default via 192.168.1.1 dev enp1s0 proto dhcp metric 100 ", "change"],
    ["[ROUTE]Deleted default via 192.168.1.1 dev enp1s0 proto dhcp metric 100 ", "change"],
    ["[ROUTE]0.0.0.0/1 via 10.8.0.1 dev tun0 ", "change"],
    ["[ROUTE]10.20.0.0/16 via 10.8.0.1 dev tun0 ", "change"],
    ["[ROUTE]unreachable default dev lo metric 4294967295 error -101 pref medium", "change"],
    ["[ROUTE]default via fe80::1 dev enp1s0 proto ra metric 1024 expires 1800sec pref medium", "change"],
    ["[ROUTE]default dev wg0 table 51820 scope link ", "change"],
    ["[RULE]32765:\tnot from all fwmark 0xca6c lookup 51820", "change"],
    ["[RULE]Deleted 32765:\tnot from all fwmark 0xca6c lookup 51820", "change"],
    ["[LINK]3: lan0@far0: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 qdisc noqueue state LOWERLAYERDOWN group default ", "look"],
    ["[LINK]Deleted 7: tun0: <POINTOPOINT,MULTICAST,NOARP> mtu 1500 qdisc noop state DOWN group default ", "look"],
    ["[ADDR]3: lan0    inet 10.0.0.1/24 scope global lan0\\       valid_lft forever preferred_lft forever", "look"],
  ])("%s: %s", (line, event) => {
    expect(read([line])).toEqual([event]);
  });

  it.each([
    ["a neighbour", "[NEIGH]192.168.1.1 dev enp1s0 lladdr 00:11:22:33:44:55 REACHABLE"],
    ["the kernel's own route to its network", "[ROUTE]192.168.1.0/24 dev enp1s0 proto kernel scope link src 192.168.1.23 "],
    ["its own address", "[ROUTE]local 10.0.0.1 dev lan0 table local proto kernel scope host src 10.0.0.1 "],
    ["multicast", "[ROUTE]multicast ff00::/8 dev far0 table local proto kernel metric 256 pref medium"],
    ["link-local", "[ROUTE]Deleted fe80::/64 dev far0 proto kernel metric 256 pref medium"],
    ["the rest of a line", "    link/ether 5e:36:6c:5f:13:1a brd ff:ff:ff:ff:ff:ff"],
    ["an empty line", ""],
    ["noise", "\ufffd\u0000[ROUTE"],
  ])("%s moves no traffic", (_, line) => {
    expect(read([line])).toEqual(["nothing"]);
  });

  it("does not count a route that a router announces again with another lifetime", () => {
    const announced = (seconds: number) => `[ROUTE]default via fe80::1 dev enp1s0 proto ra metric 1024 expires ${seconds}sec pref medium`;
    expect(read([announced(1800), announced(1799), announced(600)])).toEqual(["change", "nothing", "nothing"]);
  });

  it("counts a route that replaces another, and the way back", () => {
    const via = (router: string) => `[ROUTE]default via ${router} dev lan0 `;
    expect(read([via("10.0.0.2"), via("10.0.0.3"), via("10.0.0.2")])).toEqual(["change", "change", "change"]);
  });

  it("counts a route that comes back after it was deleted", () => {
    const line = "default via 10.0.0.2 dev lan0 ";
    expect(read([`[ROUTE]${line}`, `[ROUTE]Deleted ${line}`, `[ROUTE]${line}`])).toEqual(["change", "change", "change"]);
  });

  it("tells routes of different tables and metrics apart", () => {
    const lines = [
      "[ROUTE]default dev wg0 table 51820 scope link ",
      "[ROUTE]default dev wg0 table 52 scope link ",
      "[ROUTE]default via 10.0.0.2 dev lan0 metric 600 ",
    ];
    expect(read([...lines, ...lines])).toEqual(["change", "change", "change", "nothing", "nothing", "nothing"]);
  });

  it("does not grow with the number of routes", () => {
    const reader = ipMonitorReader();
    const all = (count: number) => Array.from({ length: count }, (_, index) => `[ROUTE]10.${index >> 8}.${index & 255}.0/24 via 10.8.0.1 dev tun0 `);
    expect(new Set(all(5000).map(reader))).toEqual(new Set(["change"]));
    // The first of them was forgotten: that counts as a change, never as nothing.
    expect(reader("[ROUTE]10.0.0.0/24 via 10.8.0.1 dev tun0 ")).toBe("change");
  });
});

describe("lines of route monitor on macOS", () => {
  it.each([
    ["RTM_ADD: Add Route: len 132, pid: 88, seq 1, errno 0, flags:<UP,GATEWAY,DONE,STATIC,PRCLONING>", "change"],
    ["RTM_DELETE: Delete Route: len 132, pid: 88, seq 1, errno 0, flags:<GATEWAY,DONE,STATIC,PRCLONING>", "change"],
    ["RTM_ADD: Add Route: len 132, pid: 412, seq 9, errno 0, flags:<UP,DONE,STATIC>", "look"],
    ["RTM_IFINFO: iface status change: len 112, if# 4, flags:<BROADCAST,SMART,SIMPLEX,MULTICAST>", "look"],
    ["RTM_NEWADDR: address being added to iface: len 84, metric 0, flags:<UP>", "look"],
    ["RTM_DELADDR: address being removed from iface: len 84, metric 0, flags:<>", "look"],
    ["RTM_ADD: Add Route: len 132, pid: 0, seq 0, errno 0, flags:<UP,HOST,DONE,LLINFO,WASCLONED,IFSCOPE,IFREF>", "nothing"],
    ["RTM_GET: Report Metrics: len 156, pid: 3020, seq 1, errno 0, flags:<UP,GATEWAY,DONE,STATIC,PRCLONING,GLOBAL>", "nothing"],
    ["RTM_MISS: Lookup failed on this address: len 96, pid: 0, seq 0, errno 0, flags:<DONE>", "nothing"],
    ["got message of size 132 on Tue Nov 24 15:00:00 2026", "nothing"],
    ["locks:  inits: ", "nothing"],
    [" default 192.168.1.1 default en0 192.168.1.23", "nothing"],
    ["", "nothing"],
  ])("%s: %s", (line, event) => {
    expect(routeMonitorReader()(line)).toBe(event);
  });
});
