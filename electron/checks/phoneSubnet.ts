/** 172.20.10.0/28, which an iPhone hands out to those that use its line. */
export function isPhoneSubnet(address: string): boolean {
  const last = /^172\.20\.10\.(\d{1,2})$/.exec(address)?.[1];
  return last !== undefined && Number(last) < 16;
}
