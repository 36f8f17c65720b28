import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type DemoHouse, Inhabitant } from "./demo-house.ts";

/** Each tool first meets a server full of holes: one that finds nothing there has said nothing here either. */
interface ToolResult {
  readonly found: string[];
}

/** What of the query reaches SQL, and one form that asks, by the people who may. */
const INJECTABLE: readonly { readonly as: string; readonly path: string; readonly parameter: string }[] = [
  { as: "van.phong", path: "/van-phong/doi-ngu?tim=Lan&trang=1", parameter: "tim" },
  { as: "van.phong", path: "/van-phong/nguoi-dung?tim=Lan", parameter: "tim" },
  { as: "thanh.vien", path: "/dai-su-so?tim=Lan", parameter: "tim" },
  { as: "to.truong", path: "/to-cua-toi/ho?thon=1&tim=Lan", parameter: "thon" },
  { as: "lanh.dao", path: "/bang?nhom=thanh-vien&ky=202611", parameter: "ky" },
  { as: "van.phong", path: "/van-phong/khen-thuong/moi?tim=Lan", parameter: "tim" },
  { as: "van.phong", path: "/van-phong/khen-thuong/tam-dung?tim=Lan", parameter: "tim" },
  { as: "van.phong", path: "/van-phong/du-lieu-ca-nhan?tim=Lan", parameter: "tim" },
  { as: "thanh.vien", path: "/ghi-viec?tim=Lan", parameter: "tim" },
  { as: "thanh.vien", path: "/diem-cua-toi?thang=202611", parameter: "thang" },
  { as: "to.truong", path: "/gia-dinh-so?tim=Lan&thon=1", parameter: "tim" },
  { as: "to.truong", path: "/ky/202611?trang=1", parameter: "trang" },
  { as: "van.phong", path: "/van-phong/doi-ngu?thon=1", parameter: "thon" },
  { as: "van.phong", path: "/van-phong/duyet?to=1", parameter: "to" },
  { as: "van.phong", path: "/van-phong/nhiem-vu?don-vi=1", parameter: "don-vi" },
  { as: "lanh.dao", path: "/van-phong/giao-chi-tieu?ky=2026", parameter: "ky" },
  { as: "lanh.dao", path: "/van-phong/bao-cao/doan-thanh-nien?ky=202611", parameter: "ky" },
  { as: "thanh.vien", path: "/chuyen?loai=video&trang=1", parameter: "loai" },
  { as: "van.phong", path: "/van-phong/so-lieu-chuyen-tiep?ky=2026&chi-tieu=a", parameter: "chi-tieu" },
  { as: "van.phong", path: "/van-phong/tap-huan/lop?tu=2026-01-01&den=2026-12-31", parameter: "tu" },
  { as: "to.truong", path: "/tap-huan/bang-theo-doi?to=1", parameter: "to" },
  { as: "to.truong", path: "/di-tham?thon=1", parameter: "thon" },
  { as: "thanh.vien", path: "/bang/tuyen-duong?ky=202610", parameter: "ky" },
  { as: "thanh.vien", path: "/api/viec?id=01939a3e-7000-7000-8000-00000000dead", parameter: "id" },
];

export async function runSqlmap(house: DemoHouse, minutes: number): Promise<ToolResult> {
  const until = Date.now() + minutes * 60_000;
  const control = await withHole((hole) => sqlmap(`${hole}/item?id=1`, "id", "", 120));
  if (!/is vulnerable|identified the following injection/.test(control))
    throw new Error(`sqlmap missed the planted hole:\n${control.slice(-2_000)}`);
  process.stdout.write("sqlmap found the planted hole\n");
  const found: string[] = [];
  const people = await signInAll(house);
  let tried = 0;
  for (const { as, path: address, parameter } of INJECTABLE) {
    const who = people.get(as);
    if (!who || Date.now() > until) continue;
    const said = await sqlmap(`${house.origin}${address}`, parameter, who.cookie, 300);
    tried += 1;
    const verdict = /is vulnerable|identified the following injection/.test(said)
      ? "VULNERABLE"
      : /do not appear to be injectable|does not seem to be injectable/.test(said)
        ? "not injectable"
        : "not finished";
    process.stdout.write(`${as} ${address} (${parameter}): ${verdict}\n`);
    if (verdict === "VULNERABLE") found.push(`sqlmap: ${as} ${address} ${parameter}`);
  }
  process.stdout.write(
    `sqlmap: ${tried} of ${INJECTABLE.length} parameters tried as ${people.size} people\n`,
  );
  return { found };
}

/** Times say nothing on a busy machine, so the techniques that wait are left out. */
function sqlmap(address: string, parameter: string, cookie: string, seconds: number): Promise<string> {
  const options = [
    "--batch",
    "--level=3",
    "--risk=2",
    "--technique=BEU",
    "--flush-session",
    "--skip-static",
    "--ignore-code=400,404,422",
    "--threads=2",
    "--disable-coloring",
    ...(parameter === "" ? [] : ["-p", parameter]),
    ...(cookie === "" ? [] : [`--cookie=${cookie}`]),
  ];
  const line = ["sqlmap", "-u", address, ...options]
    .map((part) => `'${part.replaceAll("'", "'\\''")}'`)
    .join(" ");
  // With its input piped it would read targets from there.
  return listen("script", ["-qec", line, "/dev/null"], seconds);
}

const FEWEST_ADDRESSES = 20;

export async function runWapiti(house: DemoHouse, minutes: number): Promise<ToolResult> {
  const scratch = await mkdtemp(path.join(tmpdir(), "wapiti-"));
  const scan = async (address: string, name: string, cookies: string | null, seconds: number) => {
    const report = path.join(scratch, `${name}.json`);
    const options = [
      "--flush-session",
      "--scope",
      "folder",
      "-d",
      "4",
      "--max-scan-time",
      String(Math.ceil(seconds / 60)),
      "-m",
      "xss,permanentxss,sql,exec,file,redirect,crlf,xxe",
      "-f",
      "json",
      "-o",
      report,
      "--no-bugreport",
      "-x",
      `${address}dang-xuat`,
      // Debian's cannot read what it says it accepts.
      "-H",
      "Accept-Encoding: gzip",
    ];
    const limits = ["--max-links-per-page", "30", "--max-files-per-dir", "20"];
    const said = await listen(
      // Wapiti's own Python, whichever stands first on the path.
      "/usr/bin/python3",
      [
        "tests/attack/wapiti.py",
        "-u",
        address,
        ...options,
        ...limits,
        ...(cookies === null ? [] : ["-c", cookies]),
      ],
      seconds + 60,
    );
    const text = await readFile(report, "utf8").catch(() => null);
    if (text === null) return null;
    const { vulnerabilities } = JSON.parse(text) as {
      vulnerabilities: Record<string, { path: string; parameter: string }[]>;
    };
    return { vulnerabilities, addresses: Number(/found (\d+) URLs and forms/.exec(said)?.[1] ?? 0) };
  };
  const control = await withHole((hole) => scan(`${hole}/`, "control", null, 60));
  const seen = Object.entries(control?.vulnerabilities ?? {}).filter(([, list]) => list.length > 0);
  if (seen.length < 2)
    throw new Error(`wapiti missed planted holes: ${JSON.stringify(control?.vulnerabilities)}`);
  process.stdout.write(`wapiti found the planted holes: ${seen.map(([kind]) => kind).join(", ")}\n`);
  const found: string[] = [];
  const people = [...(await signInAll(house)).values()];
  for (const who of people) {
    const jar = path.join(scratch, `${who.label}.cookies`);
    const { hostname } = new URL(house.origin);
    const cookies = Object.fromEntries(
      [...who.cookies].map(([name, value]) => [
        name,
        { value, version: 0, expires: null, secure: false, port: null },
      ]),
    );
    await writeFile(
      jar,
      JSON.stringify({ [`.${hostname}.local`]: { "/": cookies }, [hostname]: { "/": cookies } }),
    );
    const report = await scan(`${house.origin}/`, who.label, jar, (minutes * 60) / people.length);
    const all = Object.entries(report?.vulnerabilities ?? {}).flatMap(([kind, list]) =>
      list.map((each) => `${kind}: ${each.path} ${each.parameter}`),
    );
    process.stdout.write(
      `wapiti as ${who.label}: ${report?.addresses ?? 0} addresses and forms, ${all.length} found\n`,
    );
    found.push(...all.map((each) => `wapiti as ${who.label}: ${each}`));
    if ((report?.addresses ?? 0) < FEWEST_ADDRESSES) found.push(`wapiti as ${who.label} did not get inside`);
  }
  await rm(scratch, { recursive: true, force: true });
  return { found };
}

const SECRETS = [
  ".env",
  ".env.local",
  ".env.production",
  ".git/HEAD",
  ".git/config",
  ".gitignore",
  ".npmrc",
  ".ssh/id_rsa",
  ".htaccess",
  ".DS_Store",
  ".well-known/security.txt",
  "package.json",
  "package-lock.json",
  "node_modules/express/package.json",
  "tsconfig.json",
  "vite.config.ts",
  "remix.config.js",
  "prisma/schema/schema.prisma",
  "prisma/migrations",
  "app/root.tsx",
  "build/remix/server/index.js",
  "server.js",
  "data",
  "data/",
  "data/keys/master.key",
  "keys/master.key",
  "database-superuser",
  "demo/demo-sign-ins.json",
  "demo-sign-ins.json",
  "backup",
  "backup.zip",
  "backup.tar.gz",
  "backup.sql",
  "dump.sql",
  "db.sqlite",
  "postgres/pg_hba.conf",
  "postgres/base",
  "files",
  "uploads",
  "logs",
  "log.txt",
  "debug.log",
  "error.log",
  "metrics",
  "admin",
  "phpinfo.php",
  "wp-login.php",
  "server-status",
  "actuator/env",
  "debug/pprof",
  "__manifest",
  "__remix",
  "assets/",
  "fonts/",
  "sw.js.map",
  "entry.client.js.map",
  "config.json",
  "docker-compose.yml",
  "Dockerfile",
  "README.md",
  "LICENSE",
  "docs/status.md",
  "index.html~",
  "index.bak",
  "id_rsa",
  "swagger.json",
  "graphql",
  "socket.io/",
  "api",
  "api/v1",
  "trace",
  "console",
  "healthz/../.env",
  "assets/../../package.json",
  "..%2fpackage.json",
  "%2e%2e/package.json",
  "assets/..%2f..%2fpackage.json",
  "assets/%2e%2e/%2e%2e/package.json",
  "....//package.json",
  "fonts/..%5c..%5cpackage.json",
];

export async function runFfuf(house: DemoHouse): Promise<ToolResult> {
  const scratch = await mkdtemp(path.join(tmpdir(), "ffuf-"));
  const endings = ["", ".map", ".bak", "~", ".old", ".gz", ".br", ".swp"];
  const list = path.join(scratch, "words");
  const assets = await readdir("build/remix/client/assets").catch(() => []);
  const built = assets
    .filter((name) => /\.(?:js|css)$/.test(name))
    .slice(0, 150)
    .map((name) => `assets/${name}.map`);
  const words = [...SECRETS.flatMap((word) => endings.map((ending) => word + ending)), ...built];
  await writeFile(list, `${[...new Set(words)].join("\n")}\n`);
  const fuzz = async (origin: string, cookie: string) => {
    const report = path.join(scratch, "report.json");
    await listen(
      "ffuf",
      [
        "-u",
        `${origin}/FUZZ`,
        "-w",
        list,
        "-mc",
        "all",
        "-fc",
        "404,400,414",
        "-t",
        "4",
        "-timeout",
        "20",
        "-of",
        "json",
        "-o",
        report,
        "-s",
        ...(cookie === "" ? [] : ["-H", `Cookie: ${cookie}`]),
      ],
      600,
    );
    const { results } = JSON.parse(await readFile(report, "utf8")) as {
      results: { input: { FUZZ: string }; status: number; length: number }[];
    };
    return results;
  };
  const control = await withHole((hole) => fuzz(hole, ""));
  if (!control.some(({ input }) => input.FUZZ === ".env")) throw new Error("ffuf missed the planted secret");
  process.stdout.write(`ffuf found ${control.length} planted secrets with ${words.length} words\n`);
  const found: string[] = [];
  const people = await signInAll(house);
  for (const [label, cookie] of [
    ["nobody", ""],
    ["van.phong", people.get("van.phong")?.cookie ?? ""],
  ] as const) {
    const results = await fuzz(house.origin, cookie);
    for (const { input, status, length } of results)
      process.stdout.write(`ffuf as ${label}: /${input.FUZZ} answers ${status} with ${length} bytes\n`);
    // What is meant to be read says nothing of the house; anything else that answers is looked at.
    found.push(
      ...results
        .filter(
          ({ input, status }) =>
            status < 300 && !/^(?:\.well-known\/security\.txt|healthz\/\.\.)/.test(input.FUZZ),
        )
        .map(({ input, status }) => `ffuf as ${label}: /${input.FUZZ} ${status}`),
    );
  }
  process.stdout.write(`ffuf: ${words.length} addresses, twice\n`);
  await rm(scratch, { recursive: true, force: true });
  return { found };
}

async function signInAll(house: DemoHouse): Promise<Map<string, Inhabitant>> {
  const people = new Map<string, Inhabitant>();
  for (const name of ["thanh.vien", "to.truong", "van.phong", "lanh.dao"]) {
    const who = house.people.find(({ username }) => username === name);
    if (!who) continue;
    const visitor = new Inhabitant(house, who);
    await visitor.signIn();
    people.set(name, visitor);
  }
  return people;
}

async function withHole<Result>(work: (origin: string) => Promise<Result>): Promise<Result> {
  const child = spawn("python3", ["tests/attack/planted-hole.py"], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const [port] = (await once(child.stdout, "data")) as [Buffer];
    return await work(`http://127.0.0.1:${String(port).trim()}`);
  } finally {
    child.kill();
  }
}

function listen(command: string, args: readonly string[], seconds: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child: ChildProcess = spawn(
      "nice",
      ["-n", "10", "timeout", String(Math.ceil(seconds)), command, ...args],
      { stdio: ["ignore", "pipe", "pipe"] },
    );
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding("utf8").on("data", (text: string) => {
        said += text;
      });
    child.on("error", reject);
    child.on("close", () => resolve(said));
  });
}
