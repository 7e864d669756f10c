/** What `systeminformation` says of the hardware; empty and meaningless values are null. */
export interface Hardware {
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly serial: string | null;
  readonly assetTag: string | null;
  readonly chassis: string | null;
  readonly virtualHost: string | null;
}
export type ReadHardware = () => Promise<Hardware | null>;

const limitMs = 3000;

// What makers leave in when they fill in nothing; "Docker Container" is what the package says instead of a model.
const junk =
  /^(to be filled.*|default string|default|none|n\/?a|not (applicable|available|specified|present)|unknown|undefined|system (manufacturer|product name|serial number|version)|chassis (manufacturer|serial number)|asset-?\d*|no asset (tag|information)|o\.e\.m\.?|oem|invalid|docker container|computer|[-0.\sx]*|1234567890?|123456789)$/i;

/** The value, or null for the fillers of hardware makers ("To be filled by O.E.M.", "Default string", "0"). */
export function meaningful(value: string | null | undefined): string | null {
  const text = value?.trim() ?? "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a name with control characters is not one
  if (/[\u0000-\u001f\u007f-\u009f\ufffd]/.test(text)) return null;
  return text === "" || junk.test(text) ? null : text.slice(0, 256);
}

/**
 * Adapter of systeminformation. Loaded when it is called, so that a run that does not need it pays nothing. Takes no argument from anywhere:
 * older versions of the package had command injections. It has no time limit of its own, so it gets one; null when it fails or is late.
 */
export const readHardware: ReadHardware = async () => {
  let timer: NodeJS.Timeout | undefined;
  try {
    const { system, chassis } = await import("systeminformation");
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), limitMs);
    });
    const found = await Promise.race([Promise.all([system(), chassis()]), late]);
    if (found === null) return null;
    const [machine, box] = found;
    return {
      manufacturer: meaningful(machine.manufacturer),
      model: meaningful(machine.model),
      serial: meaningful(machine.serial),
      assetTag: meaningful(box.assetTag),
      chassis: meaningful(box.type),
      virtualHost: machine.virtual ? (meaningful(machine.virtualHost) ?? "virtual machine") : null,
    };
  } catch {
    // A fact without the hardware's names is still worth having.
    return null;
  } finally {
    clearTimeout(timer);
  }
};
