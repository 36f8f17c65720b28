import type { Scheme } from "#app/domain/activity/scheme.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Paper } from "#app/domain/documents/paper.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findSetting } from "#app/features/communes/read-settings.server.ts";
import { makeFormat } from "#app/messages/format.ts";
import type { rulesPaperWords } from "#app/messages/rules-paper.ts";
import { sayLimits, sayModes, sayRule } from "#app/messages/say-rule.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { faceOfCommune } from "./paper-face.ts";

export interface RulesOfVersion {
  readonly version: number;
  readonly effectiveOn: LocalDate;
  readonly regulationNumber: string | null;
  readonly sha256: string;
  readonly scheme: Scheme;
}

const PILLARS = ["government", "economy", "society", "common"] as const;

/** A24: the rules as the annex of the team's regulation, which they cite. */
export async function readRulesPaper(
  platform: Pick<Platform, "db">,
  scope: CommuneScope,
  rules: RulesOfVersion,
  day: LocalDate,
  words: typeof rulesPaperWords,
): Promise<Paper> {
  const communeId = onlyCommune(scope);
  const format = makeFormat("vi");
  const { header, terms } = await platform.db.withCommunes(scope, async (tx) => ({
    header: (await findSetting(tx, communeId, "document_header")).value,
    terms: (await findSetting(tx, communeId, "words")).value,
  }));
  let number = 0;
  return {
    ...faceOfCommune(header, day),
    number: null,
    type: words.title,
    subject: words.subtitle(terms.team),
    attachedTo: rules.regulationNumber === null ? words.proposal : words.attachedTo(rules.regulationNumber),
    bases: [],
    addressees: null,
    blocks: [
      {
        is: "table",
        table: {
          name: words.title,
          caption: null,
          total: null,
          columns: [
            { heading: words.headings.number, width: 5, kind: "text", isCentred: true },
            { heading: words.headings.kind, width: 28, kind: "text" },
            { heading: words.headings.points, width: 28, kind: "text" },
            { heading: words.headings.cap, width: 22, kind: "text" },
            { heading: words.headings.evidence, width: 17, kind: "text" },
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
        },
      },
      ...sayLimits(rules.scheme, words.rules, format).map((text) => ({ is: "paragraph", text }) as const),
      {
        is: "paragraph",
        text: words.version(rules.version, format.date(rules.effectiveOn), rules.sha256),
        look: "italic",
      },
    ],
    annexes: [],
    check: null,
    isAcross: false,
  };
}
