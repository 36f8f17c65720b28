import type { Finding, SourceFile } from "./source.ts";

/** What would tie the repository to one person's machine, or to where packages come from here. */
const TRACES: readonly (readonly [RegExp, string])[] = [
  [
    /(?<![\w./-])\/(?:root|home\/[a-z][\w-]*|Users\/[A-Za-z][\w-]*)\/[\w.-]/,
    "a folder of one person's machine",
  ],
  [/(?<![\w.~/-])\/work\/\w/, "a folder of one machine"],
  [/file:\/\/\/(?:home|root|Users|work)\//, "a file address of one machine"],
  [
    /\b(?:registry|npm|artifactory|verdaccio|nexus|mirror|proxy)\.[a-z0-9-]+\.(?:org|com|net|io|dev|local|internal)\b/i,
    "a package registry's host",
  ],
  [/\bnpm\.pkg\.github\.com\b/, "a package registry's host"],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, "a private key"],
];

export function findMachineTraces(
  files: readonly SourceFile[],
  hostsOfThisMachine: readonly string[] = [],
): Finding[] {
  return files.flatMap((file) =>
    file.text.split("\n").flatMap((line, index) => {
      const trace = TRACES.find(([pattern]) => pattern.test(line));
      const host = hostsOfThisMachine.some((name) => line.includes(name));
      const says = trace ? trace[1] : host ? "a package registry's host" : null;
      return says ? [`${file.path}:${index + 1} names ${says}`] : [];
    }),
  );
}
