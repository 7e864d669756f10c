import type { Fact, FactId, Facts, FactValue } from "../../../shared/facts/catalogue.ts";
import type { PersonalField } from "../../../shared/personalFields.ts";
import { isPublicAddress } from "./hideText.ts";

export interface Hide {
  /** The pseudonym of a whole personal value, or the value itself where the field is left readable. */
  value(field: PersonalField, value: string): string;
  /** Free text that may hold a personal value. */
  text(text: string): string;
}

type Redactors = { readonly [K in FactId]: (value: FactValue<K>, hide: Hide) => FactValue<K> };

function orNull(value: string | null, hide: (value: string) => string): string | null {
  return value === null ? null : hide(value);
}

/** What the OS or a maker names is no personal value: names of products, packages and versions stay as they are. */
const asItIs = <T>(value: T): T => value;

/** Where personal values stand in each fact. A fact without an entry does not compile. */
const redactors: Redactors = {
  route: ({ legs, underlay }, hide) => ({
    // The addresses are targets from the policy and fixed ones, not this PC's.
    legs: legs.map((leg) => ({ ...leg, via: leg.via && { ...leg.via, interface: hide.text(leg.via.interface) } })),
    underlay: underlay && { ...underlay, interface: hide.text(underlay.interface) },
  }),
  "wifi-link": (value, hide) =>
    value.connected
      ? {
          ...value,
          interface: hide.text(value.interface),
          ssid: orNull(value.ssid, (ssid) => hide.value("ssid", ssid)),
          bssid: orNull(value.bssid, (bssid) => hide.value("addresses", bssid)),
        }
      : value,
  vpn: (value, hide) => {
    const named = <T extends { readonly interface: string }>(tunnels: readonly T[]) =>
      tunnels.map((tunnel) => ({ ...tunnel, interface: hide.text(tunnel.interface) }));
    return { ...value, carrying: named(value.carrying), idle: named(value.idle) };
  },
  resolvers: ({ servers, searchDomains }, hide) => ({
    servers: servers.map((server) => ({
      address: isPublicAddress(server.address) ? server.address : hide.value("addresses", server.address),
      interface: orNull(server.interface, (name) => hide.text(name)),
    })),
    searchDomains: searchDomains.map((domain) => hide.value("addresses", domain)),
  }),
  proxy: ({ mode, server }, hide) => ({ mode, server: orNull(server, (name) => hide.value("addresses", name)) }),
  gateway: (value, hide) => ({
    ...value,
    gateways: value.gateways.map((one) => ({
      interface: hide.text(one.interface),
      address: hide.value("addresses", one.address),
      mac: orNull(one.mac, (mac) => hide.value("addresses", mac)),
    })),
    domain: orNull(value.domain, (domain) => hide.value("addresses", domain)),
  }),
  connectivity: asItIs,
  // The servers are the policy's, not this PC's.
  "office-proof": asItIs,
  "network-history": asItIs,
  "screen-lock": ({ mechanisms }, hide) => ({ mechanisms: mechanisms.map((one) => ({ ...one, source: hide.text(one.source) })) }),
  "os-release": asItIs,
  "pending-updates": asItIs,
  "automatic-updates": asItIs,
  "restart-pending": asItIs,
  "disk-encryption": ({ volumes, removable }, hide) => {
    const named = <T extends { readonly mount: string }>(list: readonly T[]) => list.map((one) => ({ ...one, mount: hide.text(one.mount) }));
    // A stick's mount holds the person's name and the label that they gave it.
    return { volumes: named(volumes), ...(removable === undefined ? {} : { removable: removable && named(removable) }) };
  },
  firewall: (value, hide) => ({ ...value, excludedInterfaces: value.excludedInterfaces.map((name) => hide.text(name)) }),
  "listening-services": ({ examined, exposed }, hide) => ({
    examined,
    exposed: exposed.map((socket) => ({
      ...socket,
      address: isPublicAddress(socket.address) ? socket.address : hide.value("addresses", socket.address),
    })),
  }),
  "remote-access": ({ services }, hide) => ({ services: services.map((one) => ({ ...one, name: hide.text(one.name) })) }),
  antivirus: asItIs,
  "os-protection": asItIs,
  accounts: asItIs,
  "device-identity": (value, hide) => ({
    ...value,
    hostname: hide.value("host", value.hostname),
    user: hide.value("user", value.user),
    serial: orNull(value.serial, (serial) => hide.value("serial", serial)),
    assetTag: orNull(value.assetTag, (tag) => hide.value("serial", tag)),
  }),
  management: (value, hide) => ({ ...value, server: orNull(value.server, (server) => hide.text(server)) }),
  session: asItIs,
  browsers: asItIs,
  backup: ({ sources }, hide) => ({ sources: sources.map((source) => ({ ...source, name: hide.text(source.name) })) }),
  // Only names of the policy's list.
  "running-apps": asItIs,
  clock: asItIs,
};

function redactFact<K extends FactId>(fact: Fact<K>, hide: Hide): Fact<K> {
  const { observation } = fact;
  const evidence = fact.evidence.map(({ source, seen }) => ({
    source: hide.text(source).slice(0, 256),
    seen: hide.text(seen).slice(0, 4000),
  }));
  switch (observation.kind) {
    case "known":
      return { ...fact, evidence, observation: { kind: "known", value: redactors[fact.id](observation.value, hide) } };
    case "unknown":
      return { ...fact, evidence, observation: { ...observation, detail: hide.text(observation.detail).slice(0, 2000) } };
    case "not-applicable":
      return { ...fact, evidence };
  }
}

export function redactFacts(facts: Facts, hide: Hide): Facts {
  return Object.fromEntries(Object.entries(facts).map(([id, fact]) => [id, fact && redactFact(fact as Fact, hide)]));
}
