import type { Host } from "../../host/host.ts";
import { hypervisorOf } from "../common/dmi.ts";
import { readHint } from "../common/gather.ts";
import { detectContainer } from "./container.ts";

/** What this system runs in: a container engine, a hypervisor by DMI, or "virtual machine" by the processor's own flag; null on bare metal. */
export async function detectVirtual(host: Host): Promise<string | null> {
  const [container, vendor, product, cpu] = await Promise.all([
    detectContainer(host),
    readHint(host, "/sys/class/dmi/id/sys_vendor"),
    readHint(host, "/sys/class/dmi/id/product_name"),
    readHint(host, "/proc/cpuinfo"),
  ]);
  return container ?? hypervisorOf(vendor, product) ?? (/^flags\s*:.*\bhypervisor\b/m.test(cpu ?? "") ? "virtual machine" : null);
}
