import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

const FORWARDING_HEADERS =
  /^(?:forwarded|x-forwarded(?:-.*)?|x-real-ip|x-client-ip|x-original-(?:url|host)|x-rewrite-url|true-client-ip|cf-connecting-ip)$/;

/**
 * Who really calls: the last address of X-Forwarded-For that is not one of our own proxies, and only when the
 * connection itself comes from one. Everything a visitor could have written into the list stands further left.
 */
export function makeAddressReader(trustedProxies: readonly string[]): (message: IncomingMessage) => string {
  const proxies = makeBlockList(trustedProxies);
  const isProxy = (address: string) => proxies.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
  return (message) => {
    let client = plainAddress(message.socket.remoteAddress ?? "");
    const forwarded = String(message.headers["x-forwarded-for"] ?? "")
      .split(",")
      .map(plainAddress);
    while (isIP(client) !== 0 && isProxy(client)) {
      const previous = forwarded.pop();
      if (previous === undefined || isIP(previous) === 0) break;
      client = previous;
    }
    return client;
  };
}

/** Nothing behind the guard sees what proxies or visitors say about hosts, schemes and addresses. */
export function removeForwarding(message: IncomingMessage): void {
  for (const name of Object.keys(message.headers)) {
    if (FORWARDING_HEADERS.test(name)) delete message.headers[name];
  }
}

function makeBlockList(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = "", prefix] = range.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

/** Without the IPv6 clothes of an IPv4 address, brackets and port. */
function plainAddress(text: string): string {
  const bare = text.trim().replace(/^\[(.*)\](?::\d+)?$/, "$1");
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(bare)?.[1];
  return (mapped ?? bare).replace(/^(\d{1,3}(?:\.\d{1,3}){3}):\d+$/, "$1");
}
