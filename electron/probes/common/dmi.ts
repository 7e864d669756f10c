// SMBIOS 3.7, table 17 "System Enclosure or Chassis Types".
const chassisNames: ReadonlyMap<number, string> = new Map([
  [3, "Desktop"],
  [4, "Low Profile Desktop"],
  [6, "Mini Tower"],
  [7, "Tower"],
  [8, "Portable"],
  [9, "Laptop"],
  [10, "Notebook"],
  [11, "Hand Held"],
  [13, "All in One"],
  [14, "Sub Notebook"],
  [15, "Space-Saving"],
  [17, "Main Server Chassis"],
  [23, "Rack Mount Chassis"],
  [30, "Tablet"],
  [31, "Convertible"],
  [32, "Detachable"],
  [35, "Mini PC"],
  [36, "Stick PC"],
]);

/** The word for /sys/class/dmi/id/chassis_type; null for "other", "unknown" and numbers without a name here. */
export function chassisName(type: string | null): string | null {
  return chassisNames.get(Number.parseInt(type ?? "", 10)) ?? null;
}

const hypervisors: readonly (readonly [RegExp, string])[] = [
  [/^VMware/i, "VMware"],
  [/^innotek|VirtualBox/i, "VirtualBox"],
  [/^QEMU|\bKVM\b|Standard PC \(/i, "QEMU"],
  [/^Microsoft Corporation\n.*Virtual Machine/i, "Hyper-V"],
  [/^Xen\b|HVM domU/i, "Xen"],
  [/^Parallels/i, "Parallels"],
  [/^Amazon EC2/i, "Amazon EC2"],
  [/^Google\n.*Compute Engine/i, "Google Compute Engine"],
  [/^BOCHS|Bochs/i, "Bochs"],
];

/** The hypervisor that DMI's maker and model name; null when they name a real machine. */
export function hypervisorOf(vendor: string | null, product: string | null): string | null {
  const text = `${vendor ?? ""}\n${product ?? ""}`;
  return hypervisors.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
