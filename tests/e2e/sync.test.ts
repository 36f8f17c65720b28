import { createHash, randomBytes, webcrypto } from "node:crypto";
import { describe, expect, it } from "vitest";
import { PLAIN_UNIT } from "#app/domain/activity/claim.ts";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import { type Envelope, envelopeText, type SignedEnvelope } from "#app/domain/offline/envelope.ts";
import { askDatabase } from "#tests/support/ask-database.ts";
import { drawNoise } from "#tests/support/draw-photo.ts";
import { type House, makeDataDir, runCommand, startHouse } from "#tests/support/house.ts";
import { inhabit } from "#tests/support/inhabit.ts";
import { LOGGERS, WANDERERS, WATCHERS } from "#tests/support/inhabitants.ts";
import { signInPlainly } from "#tests/support/sign-in-plainly.ts";

/** `npm run test:sync` asks for 500 records, in parts that are each judged whole: a campaign cut short shows what it did. */
const RECORDS = Number(process.env.CAMPAIGN_RECORDS ?? 12);
const RECORDS_OF_A_PART = 100;
const PARTS = Array.from({ length: Math.ceil(RECORDS / RECORDS_OF_A_PART) }, (_, part) => ({
  part: part + 1,
  records: Math.min(RECORDS_OF_A_PART, RECORDS - part * RECORDS_OF_A_PART),
}));
const KILLS = Math.ceil(Number(process.env.CAMPAIGN_KILLS ?? 1) / PARTS.length);
/** Of a hundred requests so many never leave, and of those that do so many answers never come. */
const LOST_PERCENT = 30;
const SEED = 20_261_122;
const BATCH = 10;
const PART_BYTES = 16 * 1024;
/** A request of which nothing is heard any more is sent again, as by a phone. */
const PATIENCE_MS = 20_000;
const PHONES = [WANDERERS.member, LOGGERS.member, WATCHERS.member];
const TIMEOUT_MS = 120_000 + Math.min(RECORDS, RECORDS_OF_A_PART) * 15_000;

/** The same losses in every run: Park and Miller's generator. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** A bad line: requests vanish on the way out, in the middle, or with their answers. */
class BadLine {
  house: House;
  tried = 0;
  lost = 0;
  readonly #roll: (below: number) => number;

  constructor(house: House, seed: number) {
    this.house = house;
    this.#roll = dice(seed);
  }

  /** Null where nothing came back, whether or not the house heard it. */
  async ask(
    path: string,
    cookie: string,
    init: RequestInit = {},
  ): Promise<{ status: number; body: unknown } | null> {
    this.tried += 1;
    const fate = this.#roll(100);
    if (fate < LOST_PERCENT / 3) return this.#drop();
    const { origin } = this.house;
    const headers = { ...init.headers, Cookie: cookie, Origin: origin, "Sec-Fetch-Site": "same-origin" };
    const reset = new AbortController();
    const givesUp = AbortSignal.timeout(PATIENCE_MS);
    if (fate < (2 * LOST_PERCENT) / 3) setTimeout(() => reset.abort(), this.#roll(25));
    try {
      const answer = await fetch(origin + path, {
        ...init,
        headers,
        signal: AbortSignal.any([reset.signal, givesUp]),
      });
      const body: unknown = await answer.json();
      return fate < LOST_PERCENT ? this.#drop() : { status: answer.status, body };
    } catch {
      return this.#drop();
    }
  }

  #drop(): null {
    this.lost += 1;
    return null;
  }
}

interface Phone {
  readonly cookie: string;
  readonly queue: { readonly envelope: SignedEnvelope; readonly photo: Buffer; readonly photoId: string }[];
}

const newId = () => makeId(Date.now(), new Uint8Array(randomBytes(10)));

async function fillPhone(line: BadLine, person: (typeof PHONES)[number], records: number): Promise<Phone> {
  const { cookie } = await signInPlainly(line.house.origin, person);
  const kind = { name: "ECDSA", namedCurve: "P-256" } as const;
  const pair = await webcrypto.subtle.generateKey(kind, true, ["sign", "verify"]);
  const { kty, crv, x, y } = await webcrypto.subtle.exportKey("jwk", pair.publicKey);
  const body = JSON.stringify({ publicKey: { kty, crv, x, y }, storeId: newId() });
  const keyId = await untilAnswered(async () => {
    const headers = { "Content-Type": "application/json" };
    const said = await line.ask("/api/may/khoa", cookie, { method: "POST", headers, body });
    return (said?.body as { value?: { keyId: string } } | undefined)?.value?.keyId ?? null;
  });
  const queue: Phone["queue"] = [];
  const now = new Date().toISOString();
  for (let seq = 1; seq <= records; seq++) {
    const photoId = newId();
    const envelope: Envelope = {
      claimId: newId(),
      keyId,
      seq,
      capturedAt: now,
      contact: { server: now, phone: now },
      day: "today",
      content: contentOf(seq, photoId),
    };
    const text = new TextEncoder().encode(envelopeText(envelope));
    const signed = await webcrypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, pair.privateKey, text);
    const signature = Buffer.from(signed).toString("base64url");
    queue.push({ envelope: { ...envelope, signature }, photo: await drawNoise(), photoId });
  }
  return { cookie, queue };
}

function contentOf(seq: number, photoId: string): Envelope["content"] {
  return {
    activityKey: "talk",
    workDate: localDateAt(Date.now()),
    mode: "meeting",
    audience: "residents",
    place: null,
    note: `Buổi ${seq}`,
    link: null,
    visits: 20 + (seq % 30),
    minutes: null,
    counters: {},
    movements: [],
    units: [PLAIN_UNIT],
    helpers: [],
    photos: [photoId],
  };
}

async function untilAnswered<Answer>(ask: () => Promise<Answer | null>): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
  }
}

/** As the phone does: what has come is asked for, the rest is sent, until the picture is whole. */
async function sendPhoto(line: BadLine, cookie: string, id: string, bytes: Buffer): Promise<boolean> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const total = Math.ceil(bytes.length / PART_BYTES);
  const asked = await line.ask(`/api/anh/phan?sha256=${sha256}`, cookie);
  if (asked?.status !== 200) return false;
  const have = new Set((asked.body as { have: number[] }).have);
  const missing = Array.from({ length: total }, (_, ordinal) => ordinal).filter((each) => !have.has(each));
  for (const ordinal of missing.length > 0 ? missing : [total - 1]) {
    const body = new FormData();
    const facts = { id, sha256, ordinal: String(ordinal), total: String(total) };
    for (const [name, value] of Object.entries(facts)) body.set(name, value);
    body.set(
      "part",
      new Blob([new Uint8Array(bytes.subarray(ordinal * PART_BYTES, (ordinal + 1) * PART_BYTES))]),
    );
    const said = await line.ask("/api/anh/phan", cookie, { method: "POST", body });
    if (said?.status !== 200) return false;
    if ((said.body as { value: { isWhole: boolean } }).value.isWhole) return true;
  }
  return false;
}

async function sendRound(line: BadLine, { cookie, queue }: Phone, done: Set<string>, shown: Set<string>) {
  const open = queue.filter(({ envelope }) => !done.has(envelope.claimId)).slice(0, BATCH);
  for (const { photoId, photo } of open) {
    if (!shown.has(photoId) && (await sendPhoto(line, cookie, photoId, photo))) shown.add(photoId);
  }
  const sealed = open.filter(({ photoId }) => shown.has(photoId)).map(({ envelope }) => envelope);
  if (sealed.length === 0) return;
  const body = JSON.stringify({ phoneTime: new Date().toISOString(), wentBack: false, sealed });
  const headers = { "Content-Type": "application/json" };
  const said = await line.ask("/api/viec", cookie, { method: "POST", headers, body });
  if (said?.status !== 200) return;
  for (const { id, outcome } of (said.body as { answers: { id: string; outcome: { ok: boolean } }[] })
    .answers) {
    expect(outcome, JSON.stringify(outcome)).toMatchObject({ ok: true });
    done.add(id);
  }
}

describe("a queue on a bad line", () => {
  it.each(PARTS)(
    "C33, T13, G4: part $part, $records records with photographs, a third of all requests lost or cut and the house killed: each arrives once, with its picture",
    async ({ part, records }) => {
      const dataDir = await makeDataDir();
      await inhabit(dataDir);
      const line = new BadLine(await startHouse({ dataDir }), SEED + part);
      const shareOf = (place: number) => Math.floor((records + place) / PHONES.length);
      const phones = await Promise.all(
        PHONES.map((person, place) => fillPhone(line, person, shareOf(place))),
      );
      const all = phones.flatMap(({ queue }) => queue);
      const [done, shown] = [new Set<string>(), new Set<string>()];
      let killed = 0;
      while (done.size < all.length) {
        await Promise.all(phones.map((phone) => sendRound(line, phone, done, shown)));
        if (killed < KILLS && done.size >= ((killed + 1) * all.length) / (KILLS + 2)) {
          killed += 1;
          const rounds = Promise.all(phones.map((phone) => sendRound(line, phone, done, shown)));
          await line.house.kill();
          await rounds;
          line.house = await startHouse({ dataDir });
        }
      }
      const rows = await askDatabase<{ id: string; photos: number; mine: string }>(
        dataDir,
        `select c.id, count(f.photo_id)::int as photos, min(encode(p.source_sha256, 'hex')) as mine
           from claim c left join claim_photo f on f.commune_id = c.commune_id and f.claim_id = c.id
           left join photo p on p.commune_id = f.commune_id and p.id = f.photo_id group by c.id`,
      );
      expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(all.map(({ envelope }) => envelope.claimId)));
      const sent = new Map(
        all.map(({ envelope, photo }) => [
          envelope.claimId,
          createHash("sha256").update(photo).digest("hex"),
        ]),
      );
      for (const { id, photos, mine } of rows)
        expect({ photos, mine }).toEqual({ photos: 1, mine: sent.get(id) });
      expect(rows).toHaveLength(all.length);
      process.stderr.write(
        `Part ${part}: ${all.length} records with a photograph each, ${line.tried} requests, ${line.lost} of them lost, ${killed} kills: ${rows.length} in the house.\n`,
      );
      const { status, stdout } = await runCommand("verify", [], dataDir);
      expect(stdout).toContain("Everything is as the facts say.");
      expect(status).toBe(0);
      await line.house.remove();
    },
    TIMEOUT_MS,
  );
});
