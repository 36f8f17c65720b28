import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Under which identity PostgreSQL runs, which refuses to run as root. */
export type Launcher =
  | { readonly kind: "direct" }
  /** Root outside, an ordinary user inside a user namespace: nothing changes hands on disk. */
  | { readonly kind: "namespace"; readonly prefix: readonly string[] }
  /** A real other user, who owns the data. */
  | { readonly kind: "other_user"; readonly uid: number; readonly gid: number };

export type LauncherKind = Launcher["kind"];

export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

export function chooseLauncher(): Launcher {
  if (process.platform === "win32" || process.getuid?.() !== 0) return { kind: "direct" };
  const users = readSystemUsers();
  return namespaceLauncher(users) ?? otherUserLauncher(users);
}

/** initdb wants its user to have a name, so the namespace borrows one of the machine's. */
export function namespaceLauncher(users: readonly SystemUser[]): Launcher | null {
  const borrowed = findUser(users, "nobody");
  if (process.platform !== "linux" || !borrowed) return null;
  const prefix = ["unshare", "--user", `--map-user=${borrowed.uid}`, `--map-group=${borrowed.gid}`, "--"];
  const [program = "", ...args] = prefix;
  return spawnSync(program, [...args, "true"], { stdio: "ignore" }).status === 0
    ? { kind: "namespace", prefix }
    : null;
}

export function otherUserLauncher(users: readonly SystemUser[]): Launcher {
  const user = findUser(users, "postgres") ?? findUser(users, "nobody");
  if (!user) {
    throw new Error(
      "PostgreSQL refuses to run as root, and this machine has no other user: start as an ordinary user.",
    );
  }
  return { kind: "other_user", uid: user.uid, gid: user.gid };
}

function findUser(users: readonly SystemUser[], name: string): SystemUser | undefined {
  return users.find((user) => user.name === name && user.uid > 0);
}

export function readSystemUsers(): SystemUser[] {
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .filter((fields) => fields.length >= 4)
    .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
