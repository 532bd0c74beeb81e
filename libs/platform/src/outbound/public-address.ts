import { BlockList, isIP } from 'node:net';

/**
 * IPv4 that is not the public internet (IANA special-purpose registry, RFC 6890 and successors): this network, private, shared (CGNAT,
 * also where Alibaba keeps its metadata), loopback, link-local (where most clouds keep their metadata), protocol assignments,
 * documentation, 6to4 relays, benchmarks, multicast, reserved and broadcast; and the wire server of Azure.
 */
const closedV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/** Of IPv6 only global unicast is open, which leaves out loopback, mapped, NAT64, unique and link-local; and of that not these. */
const openV6 = '2000::/3';
const closedV6 = [
  // Protocol assignments: Teredo, benchmarks, ORCHID.
  '2001::/23',
  '2001:db8::/32',
  // 6to4 carries an IPv4 address, which may be any.
  '2002::/16',
  '2620:4f:8000::/48',
  '3fff::/20',
];

const closed = blockList(closedV4, 'ipv4');
const openedV6 = blockList([openV6], 'ipv6');
const exceptedV6 = blockList(closedV6, 'ipv6');

/** Whether an IP address, as text, belongs to the public internet. Everything else is the inside of somebody's network. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !closed.check(address, 'ipv4');
    case 6:
      // A zone (`%eth0`) belongs to link-local addresses only.
      return !address.includes('%') && openedV6.check(address, 'ipv6') && !exceptedV6.check(address, 'ipv6');
    default:
      return false;
  }
}

function blockList(networks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}
