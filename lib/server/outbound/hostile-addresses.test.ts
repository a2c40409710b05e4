/** None of these addresses may reach a server on this machine: literal ones, names that resolve to it, and redirects. */
import type { LookupFunction } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RawServer, startRawServer } from "#lib/testing/raw-server.ts";
import { matchesHost } from "./check-address.ts";
import { guardLookup } from "./guarded-lookup.ts";
import { createOutbound, type Outbound } from "./outbound.ts";
import { isPublicAddress } from "./public-address.ts";

/** Hosts of addresses, in all the spellings that URL parsers and resolvers understand. */
const literalHosts = [
  ...["127.0.0.1", "127.0.0.2", "127.1", "127.0.1", "127.255.255.254", "2130706433", "0x7f000001", "0x7F.0x0.0x0.0x1", "0x7f.1"],
  ...["017700000001", "0177.0.0.1", "0177.0.0.01", "0177.1", "00000177.0.0.1", "127.0.0.1.", "127.000.000.001", "127.0x0.0.1"],
  ...["①②⑦.⓪.⓪.①", "127。0。0。1", "127．0．0．1", "%31%32%37.0.0.1", "0", "0.0.0.0", "0.0.0.1", "0x0", "00", "0.1"],
  ...[
    "10.0.0.1",
    "10.255.255.255",
    "167772161",
    "0xa000001",
    "012.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.0.1",
    "192.168.255.255",
  ],
  ...["0xc0a80001", "3232235521", "169.254.169.254", "0xa9fea9fe", "2852039166", "0251.0376.0251.0376", "169.254.0.1", "100.64.0.1"],
  ...["100.127.255.255", "192.0.0.1", "192.0.0.170", "192.0.2.1", "198.51.100.7", "203.0.113.9", "198.18.0.1", "198.19.255.255"],
  ...["192.88.99.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "4294967295", "255.255.255.254"],
  ...["[::1]", "[0:0:0:0:0:0:0:1]", "[0000:0000:0000:0000:0000:0000:0000:0001]", "[::]", "[::127.0.0.1]", "[::7f00:1]", "[::2]"],
  ...[
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::FFFF:127.0.0.1]",
    "[0:0:0:0:0:ffff:127.0.0.1]",
    "[::ffff:10.0.0.1]",
    "[::ffff:0:127.0.0.1]",
  ],
  ...["[::ffff:169.254.169.254]", "[::ffff:192.168.1.1]", "[64:ff9b::127.0.0.1]", "[64:ff9b::a00:1]", "[64:ff9b::a9fe:a9fe]"],
  ...["[64:ff9b:1::127.0.0.1]", "[2002:7f00:1::]", "[2002:7f00:1::1]", "[2002:a00:1::]", "[2002:a9fe:a9fe::]", "[2001::1]"],
  ...["[2001:0:7f00:1::]", "[fe80::1]", "[febf::1]", "[fec0::1]", "[fc00::1]", "[fd00::1]", "[fd00:ec2::254]", "[ff02::1]", "[ff00::]"],
  ...["[100::1]", "[2001:db8::1]", "[3fff::1]", "[2001:2::1]", "[2001:10::1]", "[2001:20::1]", "[5f00::1]", "[4000::1]", "[1::1]"],
];

const strangeAddresses = [
  ...["file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/x", "data:text/plain,x", "blob:https://127.0.0.1/x", "javascript:1"],
  ...[
    "http://example.com/x",
    "http://8.8.8.8/x",
    "ws://127.0.0.1/",
    "unix:/var/run/docker.sock",
    "//127.0.0.1/x",
    "/etc/passwd",
    "",
    "https://",
  ],
  ...[
    "https://a@127.0.0.1/",
    "https://example.com@127.0.0.1/",
    "https://a:b@example.com/",
    "https://[::1",
    "https://1.2.3.4.5/",
    "https://256.1.1.1/",
  ],
  ...["https://127.0.0.1\\@example.com/", "https://\t127.0.0.1/", "https:127.0.0.1", "https:///127.0.0.1/", "https:\\\\127.0.0.1\\x"],
];

/** What a hostile name server may answer. */
const lookupAnswers = [
  ...[
    "127.0.0.1",
    "127.8.8.8",
    "0.0.0.0",
    "10.1.2.3",
    "172.20.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.100.100.200",
    "224.0.0.1",
    "255.255.255.255",
  ],
  ...[
    "198.18.0.1",
    "192.0.2.1",
    "240.0.0.1",
    "::1",
    "::",
    "::ffff:127.0.0.1",
    "::ffff:a00:1",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::1",
  ],
  ...["fe80::1", "fe80::1%lo", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1", "2001::1", "fec0::1", "", "localhost", "127.1"],
];

let canaries: readonly RawServer[];
let canaryPort: number;
beforeAll(async () => {
  const first = await startRawServer((socket) => socket.end(), "::");
  canaries = [first];
  canaryPort = first.port;
});
afterAll(async () => {
  for (const canary of canaries) await canary.close();
});

const signal = new AbortController().signal;
const limits = { maxBytes: 1000, timeoutMs: 3000, signal };
const answering = (...found: string[]): LookupFunction => {
  const addresses = found.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  return (_name, _options, callback) => callback(null, addresses);
};

async function expectRefusal(outbound: Outbound, url: string): Promise<void> {
  await expect(outbound.open({ url, hosts: "public-https", ...limits }), url).rejects.toMatchObject({
    name: "OutboundError",
    reason: "address",
  });
  expect(canaries.map((canary) => canary.connections)).toEqual([0]);
}

it("such a server would notice a visitor", async () => {
  const server = await startRawServer((socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"), "::");
  const outbound = createOutbound({ trustedOrigins: [server.origin] });
  await outbound.open({ url: `${server.origin}/`, hosts: [], ...limits });
  expect(server.connections).toBe(1);
  await outbound.close();
  await server.close();
});

describe("a stranger's address never reaches this machine or its network", () => {
  const outbound = createOutbound({ trustedOrigins: ["http://127.0.0.1:9"], lookup: answering("127.0.0.1") });
  afterAll(() => outbound.close());

  it("knows at least a hundred ways to try", () => {
    expect(new Set([...literalHosts, ...strangeAddresses, ...lookupAnswers]).size).toBeGreaterThanOrEqual(100);
  });

  it.each(literalHosts)("https://%s", (host) => expectRefusal(outbound, `https://${host}:${canaryPort}/x`));
  it.each(literalHosts)("http://%s", (host) => expectRefusal(outbound, `http://${host}:${canaryPort}/x`));
  it.each(strangeAddresses)("%s", (address) => expectRefusal(outbound, address));

  it.each(["localhost", "localhost.", "LOCALHOST", "a.localhost", "127.0.0.1.nip.io", "evil.example.com"])(
    "a name that means this machine: %s",
    (host) => expectRefusal(outbound, `https://${host}:${canaryPort}/x`),
  );

  it("a host on the list is not trusted with a private address for it", async () => {
    const open = outbound.open({ url: `https://x.replicate.delivery:${canaryPort}/x`, hosts: ["*.replicate.delivery"], ...limits });
    await expect(open).rejects.toMatchObject({ reason: "address", sent: "no" });
    expect(canaries.map((canary) => canary.connections)).toEqual([0]);
  });

  it("trust in one origin is not trust in another port of it", () => expectRefusal(outbound, `http://127.0.0.1:${canaryPort}/x`));
});

describe("a name is refused for any private address among its answers", () => {
  it.each(lookupAnswers)("%s", async (address) => {
    for (const found of [[address], ["93.184.216.34", address], [address, "2606:2800:220:1::1"]]) {
      const outbound = createOutbound({ trustedOrigins: [], lookup: answering(...found) });
      await expectRefusal(outbound, `https://evil.example.com:${canaryPort}/x`);
      await outbound.close();
    }
  });

  it("and for no address at all", async () => {
    const outbound = createOutbound({ trustedOrigins: [], lookup: answering() });
    await expectRefusal(outbound, "https://evil.example.com/x");
    await outbound.close();
  });
});

describe("a redirect is judged like a first address", () => {
  const targets = literalHosts.slice(0, 12).flatMap((host) => [`https://${host}:PORT/`, `http://${host}:PORT/`, `//${host}:PORT/`]);

  it.each([...targets, "file:///etc/passwd", "http://[::1]:PORT/", "https://localhost:PORT/", "https://evil.example.com:PORT/"])(
    "%s",
    async (target) => {
      const location = target.replace("PORT", String(canaryPort));
      const sender = await startRawServer((socket) => socket.end(`HTTP/1.1 302 Go\r\nlocation: ${location}\r\ncontent-length: 0\r\n\r\n`));
      const outbound = createOutbound({ trustedOrigins: [sender.origin], lookup: answering("127.0.0.1") });
      await expectRefusal(outbound, `${sender.origin}/start`);
      await outbound.close();
      await sender.close();
    },
  );
});

describe("the lookup", () => {
  it("asks once and connects to what it checked, so that a second answer cannot differ", () => {
    let asked = 0;
    const lookup: LookupFunction = (_name, _options, callback) => {
      asked += 1;
      callback(null, [{ address: asked === 1 ? "93.184.216.34" : "127.0.0.1", family: 4 }]);
    };
    const seen: unknown[] = [];
    guardLookup(lookup)("rebind.example.com", { all: true }, (error, addresses) => seen.push([error, addresses]));
    expect(seen).toEqual([[null, [{ address: "93.184.216.34", family: 4 }]]]);
    expect(asked).toBe(1);
  });

  it("answers in the form it was asked for", () => {
    const seen: unknown[] = [];
    guardLookup(answering("93.184.216.34"))("a.example.com", { all: false }, (...given) => seen.push(given));
    guardLookup((_name, _options, callback) => callback(null, "8.8.8.8", 4))("a.example.com", { all: true }, (...given) =>
      seen.push(given),
    );
    expect(seen).toEqual([
      [null, "93.184.216.34", 4],
      [null, [{ address: "8.8.8.8", family: 4 }]],
    ]);
  });
});

it.each([
  "8.8.8.8",
  "1.1.1.1",
  "172.15.0.1",
  "172.32.0.1",
  "100.63.0.1",
  "2606:4700::1111",
  "2a00:1450::1",
  "::ffff:8.8.8.8",
  "64:ff9b::808:808",
])("%s is a public address", (address) => expect(isPublicAddress(address)).toBe(true));

it("matches hosts by whole labels only", () => {
  const pattern = "*.replicate.delivery";
  expect(["a.replicate.delivery", "a.b.replicate.delivery"].map((host) => matchesHost(host, pattern))).toEqual([true, true]);
  const others = ["replicate.delivery", "evilreplicate.delivery", "replicate.delivery.evil.com", ".replicate.delivery"];
  expect(others.map((host) => matchesHost(host, pattern))).toEqual([false, false, false, false]);
  expect([matchesHost("replicate.delivery", "replicate.delivery"), matchesHost("a.replicate.delivery", "replicate.delivery")]).toEqual([
    true,
    false,
  ]);
});
