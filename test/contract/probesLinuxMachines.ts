import { desk } from "./probesLinuxMatrix.ts";

/** Parts that the machines of the network facts are made of; `more` comes over the desk and under the path. */
export const wired = "linux/sysfs/wired";
export const tunnels = "linux/sysfs/tunnels";
export const wifiCard = "linux/sysfs/wifi";
export const net = (name: string, ...more: readonly string[]) => [desk, wired, ...more, `linux/paths/${name}/machine`];
export const invented = (name: string, ...more: readonly string[]) => [desk, wired, ...more, `linux/paths/${name}`];
export const corp = ["10.20.0.5"];
