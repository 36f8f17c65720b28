import type { Scheme } from "#app/domain/activity/scheme.ts";
import { type LocalDate, partsOf } from "#app/domain/calendar/local-date.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findSetting } from "#app/features/communes/read-settings.server.ts";
import { makeFormat } from "#app/messages/format.ts";
import type { rosterPaperWords } from "#app/messages/roster-paper.ts";
import type { rulesPaperWords } from "#app/messages/rules-paper.ts";
import { sayLimits, sayModes, sayRule } from "#app/messages/say-rule.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { RosterTable } from "./roster-table.ts";

export interface RulesOfVersion {
  readonly version: number;
  readonly effectiveOn: LocalDate;
  readonly regulationNumber: string | null;
  readonly sha256: string;
  readonly scheme: Scheme;
}

const PILLARS = ["government", "economy", "society", "common"] as const;

/** A24: the rules as the annex of the team's regulation, which they cite. */
export async function readRulesTable(
  platform: Pick<Platform, "db">,
  scope: CommuneScope,
  rules: RulesOfVersion,
  day: LocalDate,
  words: typeof rulesPaperWords &
    Pick<typeof rosterPaperWords, "country" | "motto" | "recipientsTitle" | "placeAndDate">,
): Promise<RosterTable> {
  const communeId = onlyCommune(scope);
  const format = makeFormat("vi");
  const { header, terms } = await platform.db.withCommunes(scope, async (tx) => ({
    header: (await findSetting(tx, communeId, "document_header")).value,
    terms: (await findSetting(tx, communeId, "words")).value,
  }));
  const { year, month, day: dayOfMonth } = partsOf(day);
  let number = 0;
  return {
    header: {
      superiorBody: header.superiorBody,
      issuingBody: header.issuingBody,
      country: words.country,
      motto: words.motto,
      // Days below ten and the first two months take a zero (Nghị định 30/2020/NĐ-CP).
      placeAndDate: words.placeAndDate(
        header.place,
        String(dayOfMonth).padStart(2, "0"),
        month < 3 ? `0${month}` : String(month),
        year,
      ),
      recipientsTitle: words.recipientsTitle,
      recipients: header.recipients,
      signsFor: header.signsFor,
      signerTitle: header.signerTitle,
    },
    title: words.title,
    subtitle: words.subtitle(terms.team),
    attachedTo: rules.regulationNumber === null ? words.proposal : words.attachedTo(rules.regulationNumber),
    columns: [
      { heading: words.headings.number, width: 5, isFigure: true },
      { heading: words.headings.kind, width: 28 },
      { heading: words.headings.points, width: 28 },
      { heading: words.headings.cap, width: 22 },
      { heading: words.headings.evidence, width: 17 },
    ],
    groups: PILLARS.map((pillar) => ({
      title: words.pillars[pillar],
      rows: rules.scheme.activities
        .filter((kind) => kind.pillar === pillar)
        .map((kind) => {
          const said = sayRule(kind, words.rules, format);
          number += 1;
          const retired = kind.retiredOn ? ` ${words.retired(format.date(kind.retiredOn))}` : "";
          return [
            number,
            `${kind.name}. ${sayModes(kind, words.modes, words.rules)}.${retired}`,
            [said.points, ...said.bonuses, said.sharing, said.least]
              .filter((part) => part !== null)
              .join("; "),
            `${said.cap}; ${said.repeat}`,
            said.evidence,
          ];
        }),
    })),
    notes: sayLimits(rules.scheme, words.rules, format),
    closing: words.version(rules.version, format.date(rules.effectiveOn), rules.sha256),
  };
}
