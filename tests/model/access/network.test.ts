import { describe, expect, it } from 'vitest';
import { isLoopback, networkOf } from '../../../src/model/access/network.ts';

describe('the network of an address', () => {
  it.each([
    ['127.0.0.1', 'loopback'],
    ['127.8.9.1', 'loopback'],
    ['::1', 'loopback'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['::FFFF:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:12:34:56:78:9a:bc', '2001:db8:12::/48'],
    ['2001:0DB8:0012::1', '2001:db8:12::/48'],
    ['2001:db8::1', '2001:db8:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['::2', '0:0:0::/48'],
    ['', ''],
    ['unknown', ''],
  ])('of “%s” is “%s”', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('is that of this machine for no address that only looks like it', () => {
    for (const address of ['128.0.0.1', '127.0.0.1.example', '10.127.0.0', '::11', '']) {
      expect(isLoopback(address)).toBe(false);
    }
  });
});
