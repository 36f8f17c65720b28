import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";

/** A program that starts on this machine, and what it needs in its environment. */
export interface FoundProgram {
  readonly executablePath: string;
  readonly environment: Readonly<Record<string, string>>;
}

export type ProgramSearch =
  | { readonly ok: true; readonly program: FoundProgram }
  | { readonly ok: false; readonly missing: string };

export interface WantedProgram {
  readonly name: string;
  /** Where its package puts it, below the root. */
  readonly place: string;
  /** The package and what a bare Debian 12 lacks for it. */
  readonly packages: readonly string[];
  /** Answered without starting anything. */
  readonly versionFlag: string;
}

/** Users other than root have these on no PATH. */
const SYSTEM_FOLDERS = ["/usr/local/sbin", "/usr/sbin", "/sbin"];

/** On PATH, else from Debian's own packages in .cache, without root and without installing anything. */
export function findProgram(wanted: WantedProgram, root: string = process.cwd()): ProgramSearch {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const installed = [...folders, ...SYSTEM_FOLDERS]
    .map((folder) => path.join(folder, wanted.name))
    .find(isProgram);
  if (installed) return { ok: true, program: { executablePath: installed, environment: {} } };
  try {
    return { ok: true, program: unpackFromDebian(wanted, path.join(root, ".cache", wanted.name)) };
  } catch (error) {
    const said = String((error as { stderr?: Buffer }).stderr ?? error)
      .trim()
      .split("\n")[0];
    return {
      ok: false,
      missing: `${wanted.name} is not on PATH and could not be fetched from Debian (${said}). Install it.`,
    };
  }
}

export function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function unpackFromDebian(wanted: WantedProgram, home: string): FoundProgram {
  if (!existsSync(home)) {
    const making = `${home}.${process.pid}`;
    try {
      downloadPackages(wanted.packages, path.join(making, "packages"));
      for (const name of readdirSync(path.join(making, "packages"))) {
        if (!name.endsWith(".deb")) continue;
        execFileSync("dpkg", ["-x", path.join(making, "packages", name), making], { stdio: "pipe" });
      }
      rmSync(path.join(making, "packages"), { recursive: true });
      renameSync(making, home);
    } catch (error) {
      rmSync(making, { recursive: true, force: true });
      // Another run may have put its own in place meanwhile.
      if (!existsSync(home)) throw error;
    }
  }
  const triplet = process.arch === "arm64" ? "aarch64-linux-gnu" : "x86_64-linux-gnu";
  const libraries = [`usr/lib/${triplet}`, `lib/${triplet}`].map((folder) => path.join(home, folder));
  const program = {
    executablePath: path.join(home, wanted.place),
    environment: { LD_LIBRARY_PATH: libraries.join(":") },
  };
  execFileSync(program.executablePath, [wanted.versionFlag], {
    env: { ...process.env, ...program.environment },
    stdio: "pipe",
  });
  return program;
}

/** With lists of its own where the machine's are empty, which only root could fill. */
function downloadPackages(packages: readonly string[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  const download = (options: readonly string[]) =>
    execFileSync("apt-get", [...options, "download", ...packages], { cwd: folder, stdio: "pipe" });
  try {
    download([]);
  } catch {
    const state = path.join(folder, "apt");
    mkdirSync(path.join(state, "lists", "partial"), { recursive: true });
    const options = ["-o", `Dir::State::Lists=${state}/lists`, "-o", `Dir::Cache=${state}`];
    execFileSync("apt-get", [...options, "update"], { stdio: "pipe" });
    download(options);
  }
}
