/** 53 bits of a hash of these bytes: tells contents apart that differ by chance or by damage, not by intent. */
export function hashBytes(bytes: Uint8Array): number {
  let a = 0xdeadbeef ^ bytes.length;
  let b = 0x41c6ce57 ^ bytes.length;
  const whole = bytes.length - (bytes.length % 4);
  for (let index = 0; index < whole; index += 4) {
    const word =
      (bytes[index] ?? 0) |
      ((bytes[index + 1] ?? 0) << 8) |
      ((bytes[index + 2] ?? 0) << 16) |
      ((bytes[index + 3] ?? 0) << 24);
    a = Math.imul(a ^ word, 0x9e3779b1);
    a ^= a >>> 15;
    b = Math.imul(b ^ word, 0x5f356495);
    b ^= b >>> 13;
  }
  for (let index = whole; index < bytes.length; index++) {
    a = Math.imul(a ^ (bytes[index] ?? 0), 0x9e3779b1);
    b = Math.imul(b ^ (bytes[index] ?? 0), 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return (b >>> 11) * 0x1_0000_0000 + (a >>> 0);
}
