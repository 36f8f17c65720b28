import type { Finding } from "./source.ts";

export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

export interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

export interface Floor {
  readonly floor: string;
  readonly because: string;
}

/** One package that stays below its floor for now: written down with a date, and never in production. */
export interface Waiver {
  readonly at: string;
  readonly version: string;
  readonly written: string;
  readonly because: string;
}

/** Production packages a commune's machine carries; each one is trusted with everything. */
export const PRODUCTION_PACKAGES_AT_MOST = 450;

export function findBelowFloor(
  lock: Lock,
  floors: Readonly<Record<string, Floor>>,
  waivers: readonly Waiver[] = [],
): Finding[] {
  return entries(lock).flatMap(([at, { version, dev }]) => {
    const floor = floors[nameOf(at)];
    if (!floor || version === undefined || compareVersions(version, floor.floor) >= 0) return [];
    if (dev && waivers.some((waiver) => waiver.at === at && waiver.version === version)) return [];
    return [`package-lock.json: ${at} is ${version}, below ${floor.floor} (${floor.because})`];
  });
}

/** A floor under a package that is no longer there guards nothing and only looks as if it did. */
export function findIdleFloors(lock: Lock, floors: Readonly<Record<string, Floor>>): Finding[] {
  const names = new Set(entries(lock).map(([at]) => nameOf(at)));
  return Object.keys(floors)
    .filter((name) => !names.has(name))
    .map((name) => `floors.json: ${name} is not in package-lock.json`);
}

/** The lock names no host, so that it installs from whatever registry a machine has; hashes pin the content. */
export function findLooseLocks(lock: Lock): Finding[] {
  return entries(lock).flatMap(([at, { resolved, integrity, link }]) => {
    if (resolved !== undefined) return [`package-lock.json: ${at} names the address it came from`];
    return integrity === undefined && !link ? [`package-lock.json: ${at} has no hash`] : [];
  });
}

/** Of builds made for one platform each, a machine carries one: counted as they land on Linux with glibc. */
export function findTooManyPackages(lock: Lock, atMost: number = PRODUCTION_PACKAGES_AT_MOST): Finding[] {
  const lands = ({ os, cpu, libc }: LockedPackage) =>
    (os?.includes("linux") ?? true) && (cpu?.includes("x64") ?? true) && (libc?.includes("glibc") ?? true);
  const count = entries(lock).filter(([, found]) => !found.dev && lands(found)).length;
  return count > atMost ? [`package-lock.json: ${count} production packages, more than ${atMost}`] : [];
}

/** Exact versions only: a range installs something else tomorrow. Overrides may nest. */
export function findRanges(manifest: Readonly<Record<string, unknown>>): Finding[] {
  const groups = ["dependencies", "devDependencies", "optionalDependencies", "overrides"];
  return groups.flatMap((group) => rangesIn(group, manifest[group]));
}

function rangesIn(group: string, wishes: unknown): Finding[] {
  return Object.entries((wishes ?? {}) as Record<string, unknown>).flatMap(([name, wish]) => {
    if (typeof wish === "object") return rangesIn(`${group}.${name}`, wish);
    if (/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/.test(String(wish))) return [];
    return [`package.json: ${group} asks for ${name}@${wish}, which is not one exact version`];
  });
}

function entries(lock: Lock): [string, LockedPackage][] {
  return Object.entries(lock.packages).filter(([at]) => at !== "");
}

function nameOf(at: string): string {
  return at.slice(at.lastIndexOf("node_modules/") + "node_modules/".length);
}

/** By number, field by field; a pre-release comes before its release. */
export function compareVersions(a: string, b: string): number {
  const [aCore = "", aPre] = split(a);
  const [bCore = "", bPre] = split(b);
  const [aNumbers, bNumbers] = [aCore.split(".").map(Number), bCore.split(".").map(Number)];
  for (let index = 0; index < 3; index++) {
    const difference = (aNumbers[index] ?? 0) - (bNumbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (aPre === bPre) return 0;
  if (aPre === undefined || bPre === undefined) return aPre === undefined ? 1 : -1;
  return aPre < bPre ? -1 : 1;
}

function split(version: string): [core: string, preRelease: string | undefined] {
  const dash = version.indexOf("-");
  return dash < 0 ? [version, undefined] : [version.slice(0, dash), version.slice(dash + 1)];
}
