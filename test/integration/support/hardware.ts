/** Network cards that are only a veth pair, whose kind is hidden as a real card has none; `wifi` adds the folder by which the kernel marks a wireless one. */
export interface Card {
  readonly name: string;
  readonly kind: "cable" | "wifi";
}

/**
 * Makes veth interfaces look like real cards to everybody in the namespace: /sys/class/net is shown with a device below them, and `ip` (the real one,
 * in a wrapper) leaves out the words that they are veth. To be done last: what is made later is not shown in /sys/class/net.
 */
export function asHardware(cards: readonly Card[]): readonly string[] {
  const names = cards.map(({ name }) => name).join("|");
  return [
    "mount -t tmpfs tmpfs /mnt",
    "mkdir /mnt/net",
    `for path in /sys/class/net/*; do name=$(basename "$path"); case "$name" in ${names}) mkdir "/mnt/net/$name"; for file in uevent operstate type address carrier_changes; do cat "$path/$file" > "/mnt/net/$name/$file"; done;; *) ln -s "$(readlink -f "$path")" "/mnt/net/$name";; esac; done`,
    ...cards.flatMap(({ name, kind }) => [
      `mkdir /mnt/net/${name}/device`,
      `ln -s ../../../../bus/pci/drivers/${kind === "wifi" ? "iwlwifi" : "e1000e"} /mnt/net/${name}/device/driver`,
      ...(kind === "wifi" ? [`mkdir /mnt/net/${name}/wireless`, `echo DEVTYPE=wlan >> /mnt/net/${name}/uevent`] : []),
    ]),
    "mount --bind /mnt/net /sys/class/net",
    "cp /usr/sbin/ip /mnt/ip.real",
    `cat > /mnt/ip <<'END'`,
    "#!/bin/sh",
    `/mnt/ip.real "$@" | perl -0pe 's/("ifname":"(?:${names})"(?:(?!"ifname").)*?)"linkinfo":\\{"info_kind":"veth"\\},?/$1/gs'`,
    "END",
    "chmod +x /mnt/ip",
    "mount --bind /mnt/ip /usr/sbin/ip",
  ];
}
