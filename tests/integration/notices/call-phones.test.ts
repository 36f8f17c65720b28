import {
  createDecipheriv,
  createECDH,
  createHmac,
  createPublicKey,
  type ECDH,
  hkdfSync,
  randomBytes,
  verify,
} from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { callPhones } from "#app/features/notices/call-phones.server.ts";
import { pushKeyOf } from "#app/features/notices/push-key.server.ts";
import { endPushLine, keepPushLine, type PushLine } from "#app/features/notices/push-lines.server.ts";
import { type CallText, prepareCall, type SendCall } from "#app/features/notices/send-call.server.ts";
import { callText } from "#app/messages/call-text.ts";
import { type Logger, type LoggingTeam, makeLoggingTeam, send, work } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { approval, decide } from "../ledger/books.ts";

const office = testOffice();
let team: LoggingTeam;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
});

/** A browser's side of a line. */
function makePhone(name: string): { line: PushLine; pair: ECDH; auth: Buffer } {
  const pair = createECDH("prime256v1");
  const auth = randomBytes(16);
  const line = {
    endpoint: `https://fcm.googleapis.com/fcm/send/${name}`,
    p256dh: pair.generateKeys("base64url"),
    auth: auth.toString("base64url"),
  };
  return { line, pair, auth };
}

const person = (index: number) => ({ householdId: team.households[index] ?? "", slot: 1 });
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

async function verifyWork(index: number, minutes: number): Promise<void> {
  office.setNow(at(minutes));
  await decide(team.leader, approval(await send(team.lan, work([person(index)]))));
}

/** One round at that minute; what was called, by line. */
async function round(minutes: number, outcome: Awaited<ReturnType<SendCall>> = "sent") {
  const calls: { endpoint: string; text: CallText }[] = [];
  await callPhones(
    office.platform,
    team.commune.communeId,
    at(minutes),
    callText,
    async ({ endpoint }, text) => {
      calls.push({ endpoint, text });
      return outcome;
    },
  );
  return calls;
}

async function keep(who: Logger, name: string): Promise<PushLine> {
  const { line } = makePhone(name);
  expect(await keepPushLine(await who.caller(), line)).toEqual({ ok: true, value: null });
  return line;
}

describe("calls to a phone", () => {
  it("say what was verified, once, and only to whose work it was", async () => {
    const { endpoint } = await keep(team.lan, "lan");
    await keep(team.minh, "minh");
    await verifyWork(0, 1);
    await verifyWork(1, 2);
    expect(await round(4)).toEqual([
      { endpoint, text: { title: "2 việc được duyệt", body: "8 điểm", path: "/thong-bao" } },
    ]);
    expect(await round(6), "nothing new").toEqual([]);
    await verifyWork(2, 7);
    expect(await round(10)).toHaveLength(1);
  });

  it("are not made about what is older than the line, nor at night, and come in the morning", async () => {
    await verifyWork(0, 1);
    office.setNow(at(5));
    await keep(team.lan, "lan");
    expect(await round(8)).toEqual([]);
    const night = 13.5 * 60;
    await verifyWork(1, night);
    expect(await round(night + 2)).toEqual([]);
    expect(await round(21 * 60 + 1)).toHaveLength(1);
  });

  it("follow the phone: to its new owner, to nobody after it was turned off", async () => {
    const line = await keep(team.lan, "shared");
    expect(await keepPushLine(await team.minh.caller(), line)).toMatchObject({ ok: true });
    await verifyWork(0, 1);
    expect(await round(3), "the sister's work is not told to whoever holds the phone now").toEqual([]);
    const own = await keep(team.lan, "own");
    await endPushLine(await team.minh.caller(), own.endpoint);
    await verifyWork(1, 4);
    expect(await round(6), "nobody ends another's line").toHaveLength(1);
    await endPushLine(await team.lan.caller(), own.endpoint);
    await verifyWork(2, 7);
    expect(await round(9)).toEqual([]);
  });

  it("stop when the browser is gone, or after five failures", async () => {
    await keep(team.lan, "gone");
    await verifyWork(0, 1);
    expect(await round(2, "gone")).toHaveLength(1);
    await verifyWork(1, 3);
    expect(await round(4)).toEqual([]);
    await keep(team.lan, "failing");
    for (let failure = 0; failure < 5; failure++) {
      await verifyNext(10 + failure * 3);
      await round(12 + failure * 3, "failed");
    }
    const [row] = await team.commune.act(
      (tx) => tx.$queryRaw<{ count: number }[]>`
        select count(*)::int as count from push_line where commune_id = ${team.commune.communeId}`,
    );
    expect(row?.count).toBe(0);
  });

  /** Another piece of verified work, whoever it helped. */
  async function verifyNext(minutes: number): Promise<void> {
    office.setNow(at(minutes));
    await decide(team.leader, approval(await send(team.lan, work([{}]))));
  }

  it("SECURITY: go to the services of browsers and nowhere else", async () => {
    const { line } = makePhone("x");
    for (const endpoint of [
      "https://127.0.0.1/x",
      "https://169.254.169.254/",
      "http://fcm.googleapis.com/x",
    ]) {
      expect(await keepPushLine(await team.lan.caller(), { ...line, endpoint })).toEqual({
        ok: false,
        code: "push_endpoint_refused",
      });
    }
  });

  it("can be read by that browser alone, and are signed as this house (RFC 8291, RFC 8292)", () => {
    const phone = makePhone("read");
    const key = pushKeyOf(office.platform);
    const text = { title: "1 việc được duyệt", body: "4 điểm", path: "/thong-bao" };
    const { headers, body } = prepareCall(phone.line, text, key);
    expect(JSON.parse(decrypt(Buffer.from(body ?? []), phone))).toEqual(text);
    expect(() => decrypt(Buffer.from(body ?? []), makePhone("other"))).toThrow();
    const { t = "", k = "" } = Object.fromEntries(
      (headers.Authorization ?? "")
        .replace(/^vapid /, "")
        .split(/, ?/)
        .map((part) => part.split("=", 2)),
    ) as { t?: string; k?: string };
    expect(k).toBe(key.publicKey);
    const [head = "", claims = "", signature = ""] = t.split(".");
    const point = Buffer.from(k, "base64url");
    const jwk = {
      kty: "EC",
      crv: "P-256",
      x: point.subarray(1, 33).toString("base64url"),
      y: point.subarray(33).toString("base64url"),
    };
    expect(
      verify(
        "sha256",
        Buffer.from(`${head}.${claims}`),
        { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" },
        Buffer.from(signature, "base64url"),
      ),
    ).toBe(true);
    expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toMatchObject({
      aud: "https://fcm.googleapis.com",
    });
  });
});

/** RFC 8291 and RFC 8188 as a browser does it, written from the two texts. */
function decrypt(body: Buffer, { pair, auth, line }: ReturnType<typeof makePhone>): string {
  const salt = body.subarray(0, 16);
  const idLength = body.readUInt8(20);
  const sender = body.subarray(21, 21 + idLength);
  const sealed = body.subarray(21 + idLength);
  const shared = pair.computeSecret(sender);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), Buffer.from(line.p256dh, "base64url"), sender]);
  const ikm = createHmac("sha256", createHmac("sha256", auth).update(shared).digest())
    .update(Buffer.concat([info, Buffer.from([1])]))
    .digest();
  const derive = (label: string, length: number) =>
    Buffer.from(hkdfSync("sha256", ikm, salt, Buffer.from(`Content-Encoding: ${label}\0`), length));
  const opener = createDecipheriv("aes-128-gcm", derive("aes128gcm", 16), derive("nonce", 12));
  opener.setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([opener.update(sealed.subarray(0, -16)), opener.final()]);
  return plain.subarray(0, plain.lastIndexOf(2)).toString("utf8");
}
