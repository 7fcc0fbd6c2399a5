/** What stands for an address of this machine. */
export const THIS_MACHINE = 'loopback';

const plain = (address: string): string => address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');

export const isLoopback = (address: string): boolean => /^(127\.\d+\.\d+\.\d+|::1)$/.test(plain(address));

/**
 * The network that an address belongs to (IPv4 /24, IPv6 /48): enough to tell places apart, too little to find a person.
 * Empty where the address is not known.
 */
export function networkOf(address: string): string {
  if (isLoopback(address)) return THIS_MACHINE;
  const known = plain(address);
  const four = /^(\d+\.\d+\.\d+)\.\d+$/.exec(known)?.[1];
  if (four !== undefined) return `${four}.0/24`;
  if (!known.includes(':')) return '';
  const [head = '', tail] = known.split('%', 1).join('').split('::');
  const before = head.split(':').filter((group) => group !== '');
  const after = (tail ?? '').split(':').filter((group) => group !== '');
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after];
  return `${groups
    .slice(0, 3)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/48`;
}
