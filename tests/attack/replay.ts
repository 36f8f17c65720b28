import { askDatabase } from "#tests/support/ask-database.ts";
import { keyOf } from "./crawl.ts";
import { type DemoHouse, Inhabitant } from "./demo-house.ts";
import { Findings } from "./findings.ts";
import { type FoundForm, fillIn, findForms, findLinks } from "./forms.ts";
import { listAllRoutes, routeOf } from "./route-table.ts";

/** Pages with decisive buttons. A star stands for the first record that the page before it links to. */
const PAGES: readonly (readonly [as: string, ...pages: string[]])[] = [
  [
    "thanh.vien",
    "/ghi-viec",
    "/viec-cua-toi",
    "/bang/cua-toi",
    "/chuyen/viet",
    "/sang-kien/de-xuat",
    "/dai-su-so",
    "/chuyen",
    "/chuyen/*",
    "/kho-khan",
    "/kho-khan/*",
    "/viec-duoc-giao",
  ],
  [
    "to.truong",
    "/duyet",
    "/ky",
    "/ky/*",
    "/di-tham",
    "/ho-dan-dat",
    "/cho-so",
    "/san-pham",
    "/de-xuat-khen",
    "/nam/y-kien",
    "/to-cua-toi/ke-hoach",
    "/bao-cao",
    "/bao-cao/*",
    "/gia-dinh-so",
    "/zalo",
  ],
  [
    "van.phong",
    "/van-phong/duyet",
    "/van-phong/ghi-giay",
    "/van-phong/ky",
    "/van-phong/ky/*",
    "/van-phong/nam",
    "/van-phong/nam/moi",
    "/van-phong/nam/*",
    "/van-phong/khen-thuong",
    "/van-phong/khen-thuong/moi",
    "/van-phong/khen-thuong/*",
    "/van-phong/khen-thuong/tam-dung",
    "/van-phong/kho-khan/dau-moi",
    "/van-phong/giao-viec",
    "/van-phong/dia-diem",
    "/van-phong/cai-dat/lien-he",
    "/van-phong/co-quan",
    "/van-phong/to-moi",
    "/van-phong/thanh-vien-moi",
    "/van-phong/dot/moi",
    "/van-phong/chi-tieu/moi",
    "/van-phong/khao-sat",
    "/van-phong/tap-huan/moi",
    "/van-phong/tap-huan/chu-de",
    "/van-phong/tap-huan/khoa-hoc",
    "/van-phong/hoc-lieu",
    "/van-phong/nhiem-vu",
    "/van-phong/nhiem-vu/*",
    "/van-phong/kiem-tra-to",
    "/van-phong/doi-tac",
    "/van-phong/kinh-phi",
    "/van-phong/ba-con-nho",
    "/van-phong/cong-bo",
    "/van-phong/mo-hinh",
    "/van-phong/bao-cao/yeu-cau",
    "/van-phong/hau-kiem",
    "/van-phong/danh-hieu/de-cu",
    "/van-phong/dinh-chinh",
    "/van-phong/nam/hoi-dong",
  ],
  [
    "lanh.dao",
    "/van-phong/nam",
    "/van-phong/nam/*",
    "/van-phong/giao-viec",
    "/van-phong/chi-tieu",
    "/van-phong/hai-nguoi",
    "/van-phong/hai-nguoi/*",
  ],
];

/** Rows that say nothing of an effect: what is counted, sent and drawn again by itself. */
const PASSING = new Set([
  "session",
  "throttle",
  "outbox",
  "outbox_key",
  "live_topic",
  "schedule_run",
  "tv_sighting",
  "audit_head",
  "device",
  "badge_progress",
  "badge_seen",
  "push_line",
  "notice_reader",
  "standing",
  "weekly_league",
  "socket_io_attachments",
  "proof_challenge",
]);
const CONNECTIONS = 8;

interface Action {
  readonly who: Inhabitant;
  readonly form: FoundForm;
  readonly fields: readonly (readonly [string, string])[];
  readonly what: string;
}

/** G4: what was sent once and taken is sent again and again, eight at a time: nothing more may come of it. */
export async function attackByReplay(
  house: DemoHouse,
  minutes: number,
  times: number,
): Promise<{ found: string[] }> {
  const until = performance.now() + minutes * 60_000;
  const findings = new Findings();
  const seen = new Set<string>();
  const outcome = { tried: 0, refused: 0, taken: 0, once: 0, toldAgain: 0 };
  for (const [as, ...pages] of PAGES) {
    const person = house.people.find(({ username }) => username === as);
    if (!person) continue;
    const who = new Inhabitant(house, person);
    await who.signIn();
    for (const page of await addressesOf(who, pages)) {
      for (const action of await actionsOf(who, page, seen, findings)) {
        if (performance.now() > until || !house.isAlive()) break;
        outcome.tried += 1;
        await replay(house, action, times, findings, outcome);
      }
    }
  }
  process.stdout.write(
    `${outcome.tried} actions tried, ${outcome.refused} refused as filled in, ${outcome.taken} taken and sent ${times} times more over ${CONNECTIONS} connections: ${outcome.once} had one effect and left no trace, ${outcome.toldAgain} had one effect and stand in the log again\n${findings.countsText()}\n`,
  );
  return { found: findings.found };
}

async function addressesOf(who: Inhabitant, pages: readonly string[]): Promise<string[]> {
  const addresses: string[] = [];
  for (const page of pages) {
    if (!page.endsWith("/*")) addresses.push(page);
    else {
      const list = await who.get(page.slice(0, -2));
      const pattern = new RegExp(`^${page.slice(0, -1)}(?:[0-9a-f-]{36}|\\d+)$`);
      const first = findLinks(list.text)
        .map((link) => link.split("?")[0] ?? link)
        .find((link) => pattern.test(link));
      if (first !== undefined) addresses.push(first);
    }
  }
  return addresses;
}

async function actionsOf(
  who: Inhabitant,
  page: string,
  seen: Set<string>,
  findings: Findings,
): Promise<Action[]> {
  const routes = listAllRoutes();
  const ask = () => findings.hear(`${who.label} GET ${page}`, () => who.get(page));
  let heard = await ask();
  if (heard && (await who.cameBack(heard))) heard = await ask();
  if (heard?.status !== 200) return [];
  return findForms(heard.text, page).flatMap((form) => {
    const to = routeOf(routes, form.action);
    if (form.method === "GET" || !to || /dang-xuat|giao-dien|tai-khoan/.test(to.path)) return [];
    return form.buttons.flatMap((button): Action[] => {
      const key = keyOf(form, button, to);
      if (seen.has(key)) return [];
      seen.add(key);
      const fields = fillIn(form, new Date().toISOString().slice(0, 10));
      const pressed: [string, string][] =
        button.name === "" ? fields : [...fields, [button.name, button.value]];
      return [{ who, form, fields: pressed, what: `${who.label} ${to.path} ${button.name}=${button.value}` }];
    });
  });
}

async function replay(
  house: DemoHouse,
  { who, form, fields, what }: Action,
  times: number,
  findings: Findings,
  outcome: { refused: number; taken: number; once: number; toldAgain: number },
): Promise<void> {
  const send = () => findings.hear(what, () => who.send(form.action, fields));
  let first = await send();
  if (first && (await who.cameBack(first))) first = await send();
  if (first === null || first.status >= 400 || first.status < 200) {
    outcome.refused += 1;
    return;
  }
  outcome.taken += 1;
  const statuses = new Map<number, number>();
  const sendAgain = async (): Promise<string[]> => {
    const before = await countRows(house.dataDir);
    let left = times;
    const lane = async () => {
      while (left > 0) {
        left -= 1;
        const heard = await send();
        if (heard) statuses.set(heard.status, (statuses.get(heard.status) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, lane));
    const after = await countRows(house.dataDir);
    return [...after].flatMap(([table, rows]) =>
      rows > (before.get(table) ?? 0) ? [`${table} +${rows - (before.get(table) ?? 0)}`] : [],
    );
  };
  let grown = await sendAgain();
  // A worker brings what follows from the first sending, a badge for one, up to a minute later: that comes only once.
  if (grown.some((each) => !each.startsWith("audit_log "))) grown = await sendAgain();
  const said = [...statuses].map(([status, count]) => `${status} x ${count}`).join(", ");
  // A value set to itself is one state; that somebody saved it again stands in the log, as it should.
  const isToldAgain = grown.length > 0 && grown.every((each) => each.startsWith("audit_log "));
  if (grown.length === 0) outcome.once += 1;
  else if (isToldAgain) outcome.toldAgain += 1;
  else findings.add(`more than one effect: ${what}: ${grown.join(", ")} (${said})`);
  process.stdout.write(
    `${grown.length === 0 ? "once" : isToldAgain ? "once, told again" : "MORE"}: ${what}: ${said}\n`,
  );
}

async function countRows(dataDir: string): Promise<Map<string, number>> {
  const tables = await askDatabase<{ name: string }>(
    dataDir,
    `select relname as name from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace and has_table_privilege(oid, 'select')`,
  );
  const counted = tables.filter(({ name }) => !PASSING.has(name));
  const sql = counted
    .map(({ name }) => `select '${name}' as name, count(*)::int as rows from "${name}"`)
    .join(" union all ");
  const rows = await askDatabase<{ name: string; rows: number }>(dataDir, sql);
  return new Map(rows.map((row) => [row.name, row.rows]));
}
