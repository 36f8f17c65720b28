import { execFileSync } from "node:child_process";
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { type FoundProgram, isProgram } from "./debian-program.ts";

export type ChromiumSearch =
  | { readonly ok: true; readonly chromium: FoundProgram }
  | { readonly ok: false; readonly missing: string };

const PROGRAMS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC_PROGRAMS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const PACKAGE = "node_modules/@sparticuz/chromium";

/** CHROMIUM_PATH, else a browser of this machine, else the one that came with the development packages. */
export async function findChromium(root: string = process.cwd()): Promise<ChromiumSearch> {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    if (isProgram(asked)) return found(asked);
    return {
      ok: false,
      missing: `CHROMIUM_PATH names ${asked}, which is not a program that can be started.`,
    };
  }
  const here = installedBrowser();
  if (here) return found(here);
  if (
    process.platform !== "linux" ||
    process.arch !== "x64" ||
    !existsSync(path.join(root, PACKAGE, "bin/chromium.br"))
  ) {
    return {
      ok: false,
      missing: "No Chromium was found. Install chromium or Google Chrome, or set CHROMIUM_PATH to one.",
    };
  }
  return checked(await unpackPackagedBrowser(root));
}

function found(executablePath: string, environment: Readonly<Record<string, string>> = {}): ChromiumSearch {
  return { ok: true, chromium: { executablePath, environment } };
}

function installedBrowser(): string | undefined {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const onPath = PROGRAMS.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...onPath, ...(process.platform === "darwin" ? MAC_PROGRAMS : [])].find(isProgram);
}

/**
 * The package holds the browser, the few shared libraries that a bare Debian lacks (NSS, NSPR, expat) and one
 * font, each compressed. They are laid out once in .cache, so neither root nor a network is needed. Its own
 * loader is not used: it writes into the shared temporary folder, where another user's copy would be taken.
 */
async function unpackPackagedBrowser(root: string): Promise<FoundProgram> {
  const { version } = JSON.parse(readFileSync(path.join(root, PACKAGE, "package.json"), "utf8")) as {
    version: string;
  };
  const home = path.join(root, ".cache", `chromium-${version}`);
  if (!existsSync(home)) {
    const making = `${home}.${process.pid}`;
    mkdirSync(making, { recursive: true });
    const from = (name: string) => path.join(root, PACKAGE, "bin", `${name}.br`);
    await inflate(from("chromium"), path.join(making, "chromium"));
    chmodSync(path.join(making, "chromium"), 0o755);
    for (const archive of ["al2023.tar", "fonts.tar"]) {
      await inflate(from(archive), path.join(making, archive));
      execFileSync("tar", ["--no-same-owner", "-xf", archive], { cwd: making });
      rmSync(path.join(making, archive));
    }
    writeFileSync(
      path.join(making, "fonts.conf"),
      fontSettings(path.join(home, "fonts"), path.join(home, "font-cache")),
    );
    putInPlace(making, home);
  }
  return {
    executablePath: path.join(home, "chromium"),
    environment: { LD_LIBRARY_PATH: path.join(home, "lib"), FONTCONFIG_FILE: path.join(home, "fonts.conf") },
  };
}

async function inflate(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
}

/** Two runs may unpack at once; the first to finish wins and the other throws its copy away. */
function putInPlace(making: string, home: string): void {
  try {
    renameSync(making, home);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
}

function fontSettings(...[own, cache]: [own: string, cache: string]): string {
  return [
    '<?xml version="1.0"?>',
    "<fontconfig>",
    ...["/usr/share/fonts", "/usr/local/share/fonts", own].map((folder) => `<dir>${folder}</dir>`),
    `<cachedir>${cache}</cachedir>`,
    "</fontconfig>",
  ].join("\n");
}

/** A missing library shows only when the program starts, and then as a riddle; here it becomes a sentence. */
function checked(chromium: FoundProgram): ChromiumSearch {
  try {
    execFileSync(chromium.executablePath, ["--version"], {
      env: { ...process.env, ...chromium.environment },
      stdio: ["ignore", "ignore", "pipe"],
      timeout: 30_000,
    });
    return { ok: true, chromium };
  } catch (error) {
    const said = String((error as { stderr?: Buffer }).stderr ?? error)
      .trim()
      .split("\n")[0];
    return {
      ok: false,
      missing: `The packaged Chromium does not start (${said}). Install chromium, or set CHROMIUM_PATH.`,
    };
  }
}
