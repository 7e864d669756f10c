import { expect, it } from "vitest";
import { unknown } from "../../../shared/observation.ts";
import { fact, knownFact, valuesInOrder, verdictOf } from "../../support/builders.ts";

const tcp = (port: number) => ({ protocol: "tcp" as const, port, address: "0.0.0.0" });
const udp = (port: number) => ({ protocol: "udp" as const, port, address: "0.0.0.0" });
const on = (
  exposed: readonly ((ReturnType<typeof tcp> | ReturnType<typeof udp>) & { past?: string })[],
  settings: Record<string, unknown> = {},
  facts = {},
) =>
  verdictOf("listening-services", {
    facts: { ...knownFact("listening-services", { examined: exposed.length + 1, exposed: [...exposed] }), ...facts },
    settings,
  });
const firewallOff = knownFact("firewall", { active: false, services: [{ name: "ufw", active: false, scope: "all" }], excludedInterfaces: [] });

it("nothing open passes, and says how far it looked", () => {
  expect(on([])).toEqual({ status: "pass", message: { key: "check.listening-services.none", params: { scope: "TCP" } } });
});
it("a list without a single socket was not read", () => {
  const facts = knownFact("listening-services", { examined: 0, exposed: [] });
  expect(verdictOf("listening-services", { facts })).toMatchObject({ status: "unknown", message: { key: "check.listening-services.notRead" } });
});
it("open ports fail, sorted and once each, as the subject", () => {
  expect(on([tcp(8080), tcp(22), tcp(22)], {}, firewallOff)).toMatchObject({ status: "fail", subject: "22/tcp, 8080/tcp" });
  expect(on([tcp(22)], {}, firewallOff)).not.toHaveProperty("minor");
});
it("behind an active firewall it only warns; one that could not be seen does not help", () => {
  expect(on([tcp(22)])).toMatchObject({ status: "fail", minor: true, message: { key: "check.listening-services.behindFirewall" } });
  expect(on([tcp(22)], {}, { firewall: fact("firewall", unknown("needs-admin", "")) })).not.toHaveProperty("minor");
});
it("the policy may allow ports and ranges, per protocol", () => {
  expect(on([tcp(22)], { allowedPorts: ["22/tcp"] })).toMatchObject({ status: "pass", message: { key: "check.listening-services.allowed" } });
  expect(on([tcp(1000), tcp(1010)], { allowedPorts: ["1000-1010/tcp"] }).status).toBe("pass");
  expect(on([tcp(1011)], { allowedPorts: ["1000-1010/tcp"] }).status).toBe("fail");
  expect(on([tcp(999)], { allowedPorts: ["1000-1010/tcp"] }).status).toBe("fail");
  expect(on([tcp(22)], { allowedPorts: ["22/udp"] }).status).toBe("fail");
});
it("UDP is looked at only when the policy asks", () => {
  expect(on([udp(5353)]).status).toBe("pass");
  expect(on([udp(5353)], { includeUdp: true })).toMatchObject({ status: "fail", subject: "5353/udp" });
});
it("the ports that Windows itself keeps open count on other systems only", () => {
  const windows = knownFact("os-release", { ...valuesInOrder["os-release"], product: "windows-11" });
  expect(on([tcp(445), tcp(135), tcp(49668)], {}, windows).status).toBe("pass");
  expect(on([tcp(3389)], {}, windows).status).toBe("fail");
  expect(on([tcp(445)]).status).toBe("fail");
  expect(on([tcp(445)], {}, { "os-release": fact("os-release", unknown("failed", "")) }).status).toBe("fail");
});
it("the AirPlay receiver and the dynamic ports of macOS' own services are not held against a Mac, and only there", () => {
  const mac = knownFact("os-release", { ...valuesInOrder["os-release"], product: "macos", version: "26" });
  expect(on([tcp(5000), tcp(7000), tcp(49_152), tcp(65_535)], {}, mac).status).toBe("pass");
  expect(on([tcp(49_151)], {}, mac).status).toBe("fail");
  expect(on([tcp(5900)], {}, mac).status).toBe("fail");
  expect(on([tcp(7000)]).status).toBe("fail");
});
it("behind a firewall a port is open where a rule that was seen lets it in, or where something stands before the firewall", () => {
  const guarded = (letsIn?: { protocol: "tcp" | "udp"; from: number; to: number }[] | null) =>
    knownFact("firewall", {
      active: true,
      services: [{ name: "ufw", active: true, scope: "all" }],
      excludedInterfaces: [],
      ...(letsIn === undefined ? {} : { letsIn }),
    });
  const range = [{ protocol: "tcp" as const, from: 8000, to: 8100 }];
  expect(on([tcp(8080), tcp(22)], {}, guarded(range))).toMatchObject({
    status: "fail",
    message: { key: "check.listening-services.exposed", params: { ports: "8080/tcp" } },
    subject: "22/tcp, 8080/tcp",
  });
  expect(on([tcp(8080)], {}, guarded(range))).not.toHaveProperty("minor");
  expect(on([tcp(8101)], {}, guarded(range))).toHaveProperty("minor", true);
  expect(on([udp(8080)], { includeUdp: true }, guarded(range))).toHaveProperty("minor", true);
  expect(on([tcp(8080)], {}, guarded(null))).toHaveProperty("minor", true);
  expect(on([{ ...tcp(8080), past: "Docker" }], {}, guarded([]))).not.toHaveProperty("minor");
  expect(on([{ ...tcp(8080), past: "Docker" }], { allowedPorts: ["8080/tcp"] }, guarded([])).status).toBe("pass");
});
