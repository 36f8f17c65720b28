import type { Paper, PaperBlock, PaperTable } from "#app/domain/documents/paper.ts";
import type {
  CouncilFacts,
  CouncilMember,
  CouncilRound,
  PaperSetting,
  ReviewFacts,
} from "#app/domain/year-papers/paper-facts.ts";
import { signerOf } from "#app/features/documents/paper-face.ts";
import { yearPaper } from "#app/messages/year-paper-words.ts";
import { countKinds, type Filing, faceOf, paragraph, reasons } from "./compose-face.ts";

const words = yearPaper.minutes;

export interface MinutesFacts {
  readonly setting: PaperSetting;
  readonly review: ReviewFacts;
  readonly council: CouncilFacts;
}

/** Mẫu 1.9 of Nghị định 30: no line of place and day; the secretary signs on the left, the chair on the right. */
export function composeMinutes({ setting, review, council }: MinutesFacts, filing: Filing): Paper {
  const named = (role: CouncilMember["role"]) =>
    council.members.find((member) => member.role === role)?.name ?? null;
  const day = yearPaper.day(council.day);
  return {
    ...faceOf(setting, review, filing, {
      sender: "council",
      symbol: words.symbol,
      signers: [
        signerOf([words.signers.secretary], named("secretary")),
        signerOf([words.signers.chair], named("chair")),
      ],
      recipients: words.recipients,
      saysDay: false,
    }),
    type: words.type,
    subject: words.subject(council.name, yearPaper.span(review)),
    blocks: [
      paragraph(words.opened(council.opened ?? words.openTime, day)),
      paragraph(words.place(council.place)),
      { is: "heading", level: 1, text: `I. ${words.attendance}` },
      { is: "table", table: attendanceTable(council.members) },
      paragraph(
        `${words.counted(council.counted, council.members.length, council.quorum)} ${council.counted >= council.quorum ? words.reached : words.notReached}`,
      ),
      ...(council.guests === "" ? [] : [paragraph(words.guests(council.guests))]),
      paragraph(words.chair(named("chair") ?? "……………………")),
      paragraph(words.secretary(named("secretary") ?? "……………………")),
      { is: "heading", level: 1, text: `II. ${words.content}` },
      paragraph(words.heard(review.sheet, review.resultSha256.slice(0, 16))),
      ...council.discussion.map(paragraph),
      ...reasons(words.departures, council.departures),
      { is: "heading", level: 1, text: `III. ${words.result}` },
      ...council.rounds.flatMap((round, index) => [
        { is: "heading", level: 2, text: words.round(index + 1, round.title) } as const,
        ...composeRound(round),
        { is: "table", table: voteTable(round) } as const,
        ...(round.chairSide === null
          ? []
          : [paragraph(words.chairSide(round.chairSide.name, round.chairSide.reason))]),
      ]),
      ...council.conclusion.map(paragraph),
      paragraph(conclusionOf(council, words.conclusion)),
      ...(council.dissent.length === 0
        ? [paragraph(words.noDissent)]
        : reasons(
            words.dissent,
            council.dissent.map(({ name, opinion }) => ({ name, reason: opinion })),
          )),
      paragraph(words.closed(council.closed ?? words.openTime, day)),
    ],
    annexes: [],
  };
}

/** How the votes of a round were cast, and what they were measured against. */
export function composeRound(round: CouncilRound): PaperBlock[] {
  const { ballots } = round;
  return [
    paragraph(
      [
        words.modes[round.mode],
        words.cast(round.voted, round.voters),
        ...(ballots === null ? [] : [words.ballots(ballots.issued, ballots.returned, ballots.invalid)]),
        ...(round.tellers === null ? [] : [words.tellers(round.tellers)]),
        words.threshold(round.needed, round.base),
      ].join(" "),
    ),
  ];
}

export function conclusionOf({ rounds }: CouncilFacts, say: (counts: string) => string): string {
  const passed = rounds.flatMap(({ votes }) =>
    votes.filter(({ isPassed, isReplaced }) => isPassed && !isReplaced),
  );
  return passed.length === 0 ? words.none : say(yearPaper.counts(countKinds(passed)));
}

function attendanceTable(members: readonly CouncilMember[]): PaperTable {
  const { columns } = words;
  return {
    name: words.attendance,
    caption: null,
    columns: [
      { heading: columns.number, width: 7, kind: "text", isCentred: true },
      { heading: columns.name, width: 26, kind: "text" },
      { heading: columns.position, width: 30, kind: "text" },
      { heading: columns.role, width: 17, kind: "text", isCentred: true },
      { heading: columns.attendance, width: 20, kind: "text", isCentred: true },
    ],
    groups: [
      {
        title: null,
        rows: members.map(({ name, position, role, attendance, proxy }, index) => [
          index + 1,
          name,
          position,
          words.roles[role],
          attendance === "proxy" && proxy !== null ? words.proxyFor(proxy) : words.attendances[attendance],
        ]),
      },
    ],
    total: null,
  };
}

export function voteTable({ title, votes }: Pick<CouncilRound, "title" | "votes">): PaperTable {
  const columns = words.voteColumns;
  return {
    name: title,
    caption: null,
    columns: [
      { heading: columns.number, width: 7, kind: "text", isCentred: true },
      { heading: columns.name, width: 31, kind: "text" },
      { heading: columns.agree, width: 10, kind: "whole" },
      { heading: columns.against, width: 10, kind: "whole" },
      { heading: columns.abstain, width: 10, kind: "whole" },
      { heading: columns.outcome, width: 16, kind: "text", isCentred: true },
      { heading: columns.note, width: 16, kind: "text" },
    ],
    groups: [
      {
        title: null,
        rows: votes.map(({ nominee, agree, against, abstain, isPassed, note }, index) => [
          index + 1,
          nominee,
          agree,
          against,
          abstain,
          isPassed ? words.passed : words.failed,
          note,
        ]),
      },
    ],
    total: null,
  };
}
