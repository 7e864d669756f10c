// VRRP (RFC 5798 7.3), CARP the same; HSRP 00:00:0c:07:ac and its second version 00:00:0c:9f:f; GLBP 00:07:b4. Routers of many places share them.
const sharedMac = /^(00:00:5e:00:0[12]:|00:00:0c:07:ac:|00:00:0c:9f:f|00:07:b4:)/;

/** A MAC address that many routers share (VRRP, HSRP, GLBP): it says nothing about which router this is. */
export function isSharedMac(mac: string): boolean {
  return sharedMac.test(mac.toLowerCase());
}
