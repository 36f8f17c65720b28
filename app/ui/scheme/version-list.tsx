import type { SchemeDifference } from "#app/domain/activity/scheme-differences.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { schemeArea } from "#app/messages/vi/scheme.ts";
import { Disclosure } from "../kit/disclosure.tsx";
import { Notice } from "../kit/notice.tsx";
import { Pill } from "../kit/pill.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { SchemeDifferences } from "./scheme-differences.tsx";

export interface ShownVersion {
  readonly version: number;
  readonly effectiveOn: LocalDate;
  readonly publishedOn: LocalDate;
  readonly proposedBy: string | null;
  readonly publishedBy: string | null;
  readonly regulationNumber: string | null;
  readonly note: string | null;
  readonly sha256: string;
  readonly isWhole: boolean;
  readonly state: "past" | "in_force" | "coming";
  readonly differences: readonly SchemeDifference[] | null;
}

/** Every version that was ever published, as a document of its own (A23). */
export function VersionList({ versions, path }: { versions: readonly ShownVersion[]; path: string }) {
  const { scheme: words } = useMessages(schemeArea);
  const format = useFormat();
  return (
    <ol className="grid gap-6">
      {versions.map((version) => (
        <li key={version.version} className="border-s-4 border-gold-edge ps-4">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <TextLink to={`${path}?ban=${version.version}`} className="inline-flex min-h-12 items-center">
              {words.version(version.version)}
            </TextLink>
            <span>{words.from(format.date(version.effectiveOn))}</span>
            <Pill
              tone={version.state === "in_force" ? "accent" : version.state === "coming" ? "gold" : "neutral"}
            >
              {words.states[version.state]}
            </Pill>
            {version.regulationNumber === null ? <Pill tone="gold">{words.proposed}</Pill> : null}
          </p>
          <p className="mt-1 text-sm text-ink-soft">
            {version.regulationNumber === null ? null : `${words.byRegulation(version.regulationNumber)}. `}
            {version.publishedBy && version.proposedBy
              ? words.byWhom(version.proposedBy, version.publishedBy, format.date(version.publishedOn))
              : words.firstVersion}
          </p>
          {version.note ? <p className="mt-1">{version.note}</p> : null}
          {version.isWhole ? null : <Notice tone="danger">{words.notWhole}</Notice>}
          {version.differences ? (
            <div className="mt-3">
              <Disclosure summary={words.whatChanged}>
                <SchemeDifferences
                  caption={words.version(version.version)}
                  differences={version.differences}
                  empty={words.draft.none}
                />
              </Disclosure>
            </div>
          ) : null}
          <p className="mt-2 text-sm text-ink-soft">
            {words.hash}: <code className="break-all">{version.sha256}</code>
          </p>
        </li>
      ))}
    </ol>
  );
}
