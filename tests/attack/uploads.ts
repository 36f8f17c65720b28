import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { makeId } from "#app/domain/ids.ts";
import { filePath } from "#app/platform/files/file-store.server.ts";
import { askDatabase } from "#tests/support/ask-database.ts";
import { type DemoHouse, Inhabitant } from "./demo-house.ts";
import { Findings } from "./findings.ts";
import { type FoundForm, fillIn, findForms, findLinks } from "./forms.ts";
import { ENTITY_TARGET, type HostileFile, makeHostileFiles } from "./hostile-files.ts";
import { readAllTexts } from "./kept-texts.ts";
import { type Heard, Visitor } from "./visitor.ts";

/** Pages with a field for a file; a star is the first record the page before it links to. */
const DOORS: readonly (readonly [as: string, ...pages: string[]])[] = [
  [
    "van.phong",
    "/van-phong/doi-ngu/nhap",
    "/van-phong/ho/nhap",
    "/van-phong/so-lieu-chuyen-tiep/nhap",
    "/van-phong/nam/tieu-chi/nhap",
    "/van-phong/bao-cao/bieu-mau",
    "/van-phong/ghi-giay",
    "/van-phong/tap-huan/khoa-hoc",
    "/van-phong/hoc-lieu",
    "/van-phong/nhiem-vu/*",
    "/van-phong/khen-thuong/*",
  ],
  ["to.truong", "/cho-so", "/cho-so/*", "/tap-huan/chung-chi", "/san-pham/nhap"],
  ["thanh.vien", "/ghi-viec", "/chuyen/viet", "/hoc-lieu/de-xuat"],
];
const MEMORY_GROWTH_MB = 200;
const PATIENCE_MS = 60_000;
const PHOTOS = Number(process.env.ATTACK_PHOTOS ?? 200);

interface Door {
  readonly who: Inhabitant;
  readonly what: string;
  send(file: HostileFile): Promise<Heard>;
}

/** G12: hostile files at every door, and photographs that tell where they were taken. */
export async function attackByFiles(house: DemoHouse, minutes: number): Promise<{ found: string[] }> {
  const findings = new Findings();
  const files = await makeHostileFiles();
  const doors = await findDoors(house, findings);
  const startMb = await house.memoryMb();
  let peakMb = startMb;
  const waits: number[] = [];
  let isOver = false;
  const watching = (async () => {
    const bystander = new Visitor(house.origin, "bystander");
    while (!isOver) {
      waits.push((await bystander.get("/healthz").catch(() => ({ ms: 10_000 }))).ms);
      peakMb = Math.max(peakMb, await house.memoryMb());
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    bystander.close();
  })();
  await photographs(house, findings);
  const photographsPeakMb = peakMb;
  const until = performance.now() + minutes * 60_000;
  let [sent, taken] = [0, 0];
  // The doors in turn, each with its next file: a run cut short was fair to all.
  for (const round of files.keys()) {
    for (const [index, door] of doors.entries()) {
      const file = files[(round + index * 5) % files.length];
      if (!file || performance.now() > until || !house.isAlive()) break;
      const what = `${door.what}: ${file.what}`;
      let heard = await findings.hear(what, () => door.send(file));
      if (heard && (await door.who.cameBack(heard))) heard = await findings.hear(what, () => door.send(file));
      sent += 1;
      if (!heard || heard.status >= 400) continue;
      taken += 1;
      process.stdout.write(`taken: ${what}: ${heard.status}\n`);
    }
  }
  isOver = true;
  await watching;
  waits.sort((a, b) => a - b);
  const p99 = waits[Math.floor(waits.length * 0.99)] ?? 0;
  const secret = (await readFile(ENTITY_TARGET, "utf8").catch(() => "")).trim();
  if (secret.length > 3 && (await readAllTexts(house.dataDir)).has(secret))
    findings.add(`an entity read ${ENTITY_TARGET}`);
  if (!house.isAlive()) findings.add("the house is gone");
  if (peakMb - startMb > MEMORY_GROWTH_MB) findings.add(`memory grew by ${Math.round(peakMb - startMb)} MB`);
  process.stdout.write(
    `${sent} sendings of ${files.length} files at ${doors.length} doors, ${taken} taken; memory ${Math.round(startMb)} MB, at most ${Math.round(photographsPeakMb)} MB with the photographs and ${Math.round(peakMb)} MB with the files; the smallest answer for others: p50 ${Math.round(waits[Math.floor(waits.length / 2)] ?? 0)} ms, p99 ${Math.round(p99)} ms\n${findings.countsText()}\n`,
  );
  return { found: findings.found };
}

async function findDoors(house: DemoHouse, findings: Findings): Promise<Door[]> {
  const doors: Door[] = [];
  for (const [as, ...pages] of DOORS) {
    const person = house.people.find(({ username }) => username === as);
    if (!person) continue;
    const who = new Inhabitant(house, person);
    await who.signIn();
    who.patienceMs = PATIENCE_MS;
    if (as === "thanh.vien")
      doors.push({
        who,
        what: "thanh.vien /api/anh",
        send: (file) => sendFile(who, "/api/anh", [["id", freshId()]], "photo", file),
      });
    for (const page of pages) {
      const star = page.indexOf("/*");
      const list = star < 0 ? null : await who.get(page.slice(0, star));
      const address =
        list === null
          ? page
          : findLinks(list.text).find((link) => new RegExp(`^${page.slice(0, -1)}[0-9a-f-]{36}$`).test(link));
      if (address === undefined) continue;
      const heard = await findings.hear(`${as} GET ${address}`, () => who.get(address));
      const forms = findForms(heard?.text ?? "", address).filter(({ fields }) =>
        fields.some(({ type }) => type === "file"),
      );
      doors.push(...forms.map((form) => doorOf(who, form)));
    }
  }
  return doors;
}

function doorOf(who: Inhabitant, form: FoundForm): Door {
  const field = form.fields.find(({ type }) => type === "file")?.name ?? "file";
  const button = form.buttons[0];
  return {
    who,
    what: `${who.label} ${form.action} / ${field}`,
    send: (file) => {
      const fields = fillIn(form, new Date().toISOString().slice(0, 10));
      return sendFile(
        who,
        form.action,
        button?.name ? [...fields, [button.name, button.value]] : fields,
        field,
        file,
      );
    },
  };
}

function freshId(): string {
  return makeId(Date.now(), new Uint8Array(randomBytes(10)));
}

function sendFile(
  who: Visitor,
  path: string,
  fields: readonly (readonly [string, string])[],
  field: string,
  { name, type, bytes }: HostileFile,
): Promise<Heard> {
  const boundary = `----part${randomBytes(8).toString("hex")}`;
  // Browsers write these signs so; a line end as it stands is what an attacker would try.
  const head = [
    ...fields.map(
      ([key, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
    ),
    `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name.replaceAll('"', "%22")}"\r\nContent-Type: ${type}\r\n\r\n`,
  ].join("");
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return who.say({ method: "POST", path, body, type: `multipart/form-data; boundary=${boundary}` });
}

/** Sent with a place and an owner written into each: none is kept with either, and none answers after the sign-out. */
async function photographs(house: DemoHouse, findings: Findings): Promise<void> {
  const person = house.people.find(({ username }) => username === "thanh.vien.hai");
  if (!person) return;
  const who = new Inhabitant(house, person);
  await who.signIn();
  let [sent, clean] = [0, 0];
  const addresses: string[] = [];
  for (let number = 0; number < PHOTOS; number++) {
    const bytes = await sharp(randomBytes(64 * 48 * 3), { raw: { width: 64, height: 48, channels: 3 } })
      .resize(640, 480, { kernel: "cubic" })
      .withExif({
        IFD0: { Make: "Camera", Artist: "Nguyen Van A" },
        IFD3: { GPSLatitudeRef: "N", GPSLatitude: "21/1 42/1 0/1" },
      })
      .jpeg()
      .toBuffer();
    const id = freshId();
    const heard = await findings.hear(`photograph ${number}`, () =>
      sendFile(who, "/api/anh", [["id", id]], "photo", {
        what: "",
        name: "anh.jpg",
        type: "image/jpeg",
        bytes,
      }),
    );
    if (heard?.status !== 200) continue;
    sent += 1;
    addresses.push(
      `/anh/${(JSON.parse(heard.text) as { value?: { photoId?: string } }).value?.photoId ?? id}`,
    );
  }
  const kept = await askDatabase<{ hex: string }>(
    house.dataDir,
    "select encode(sha256, 'hex') as hex from photo order by id desc limit $1",
    [sent],
  );
  for (const { hex } of kept) {
    const file = await findKept(house.dataDir, hex);
    const { exif, xmp, iptc } =
      file === null ? { exif: undefined, xmp: undefined, iptc: undefined } : await sharp(file).metadata();
    if (
      exif === undefined &&
      xmp === undefined &&
      iptc === undefined &&
      file !== null &&
      !file.includes("Nguyen Van A")
    )
      clean += 1;
    else findings.add(`photograph ${hex} keeps what the camera wrote, or is not there`);
  }
  const before = (await Promise.all(addresses.slice(0, 20).map((address) => who.get(address)))).filter(
    ({ status }) => status === 200,
  ).length;
  const cookie = who.cookie;
  await who.send("/dang-xuat", []);
  const stale = new Visitor(house.origin, "signed out");
  for (const pair of cookie.split("; "))
    stale.cookies.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
  let after = 0;
  for (const address of addresses) if ((await stale.get(address)).status === 200) after += 1;
  if (after > 0) findings.add(`${after} photographs answer after the sign-out`);
  process.stdout.write(
    `${sent} of ${PHOTOS} photographs with a place taken; ${clean} of ${kept.length} kept ones clean; ${before} of 20 answered their sender, ${after} of ${addresses.length} after the sign-out\n`,
  );
}

async function findKept(dataDir: string, hex: string): Promise<Buffer | null> {
  return readFile(filePath(dataDir, hex)).catch(() => null);
}
