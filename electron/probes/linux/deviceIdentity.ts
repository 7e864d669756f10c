import { known } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { chassisName, hypervisorOf } from "../common/dmi.ts";
import { evidence, outside, readHint } from "../common/gather.ts";
import { meaningful, type ReadHardware } from "../common/systeminformation.ts";
import type { Probe } from "../probe.ts";
import { detectContainer } from "./container.ts";

const folder = "/sys/class/dmi/id";

async function readDmi(host: Host) {
  const read = async (name: string) => meaningful(await readHint(host, `${folder}/${name}`));
  const [vendor, product, chassisType, chassisAsset, boardAsset, productSerial] = await Promise.all([
    read("sys_vendor"),
    read("product_name"),
    readHint(host, `${folder}/chassis_type`),
    read("chassis_asset_tag"),
    read("board_asset_tag"),
    // Readable for root only, and then worth having.
    read("product_serial"),
  ]);
  return { vendor, product, chassis: chassisName(chassisType), assetTag: chassisAsset ?? boardAsset, serial: productSerial };
}

/**
 * Which machine this is, for comparison with the company's ledger. The kernel's DMI files come first: they cost nothing and are right. Where
 * a real machine has none (ARM boards) systeminformation is asked; a virtual one without DMI has no hardware to name, and asking would start
 * a dozen shells to find that out.
 */
export function deviceIdentity(readHardware: ReadHardware): Probe<"device-identity"> {
  return {
    id: "linux.device-identity",
    fact: "device-identity",
    uses: [],
    validForMs: 86_400_000,
    async collect(host) {
      const [dmi, container, cpu] = await Promise.all([readDmi(host), detectContainer(host), readHint(host, "/proc/cpuinfo")]);
      const hypervisor = /^flags\s*:.*\bhypervisor\b/m.test(cpu ?? "") ? "virtual machine" : null;
      const nameless = dmi.vendor === null && dmi.product === null;
      const hardware = nameless && container === null && hypervisor === null ? await readHardware() : null;
      const value = {
        hostname: outside(host.hostname()),
        user: outside(host.userName()),
        manufacturer: dmi.vendor ?? hardware?.manufacturer ?? null,
        model: dmi.product ?? hardware?.model ?? null,
        serial: dmi.serial ?? hardware?.serial ?? null,
        assetTag: dmi.assetTag ?? hardware?.assetTag ?? null,
        chassis: dmi.chassis ?? hardware?.chassis ?? null,
        virtual: container ?? hypervisorOf(dmi.vendor, dmi.product) ?? hardware?.virtualHost ?? hypervisor,
      };
      const named = Object.entries(value).map(([name, text]) => `${name}: ${text ?? "(not known)"}`);
      return { observation: known(value), evidence: [evidence(hardware === null ? folder : "systeminformation", named)] };
    },
  };
}
