import { type LocalDate, localDateAt, partsOf } from "#app/domain/calendar/local-date.ts";
import type { Paper, PaperAnnex, PaperBlock, PaperSigner } from "#app/domain/documents/paper.ts";
import type { ReportBody, ReportPaper, ReportStep } from "#app/domain/reports/report.ts";
import { faceOfCommune, signerOf } from "#app/features/documents/paper-face.ts";
import { paperWords } from "#app/messages/paper-words.ts";
import { reportPaper as words } from "#app/messages/report-paper.ts";
import { composeResults } from "./compose-results.ts";
import { composeDifficulties, composeSection } from "./compose-sections.ts";
import {
  composeKindsTable,
  composeReportsTable,
  composeVillagesTable,
  type KindNames,
} from "./compose-tables.ts";

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII"] as const;

export interface ReportSetting {
  /** Kinds of work by their key, as the rules name them. */
  readonly kinds: KindNames;
  /** Opens the period's figures; null where the house has no address of its own. */
  readonly checkLink: string | null;
}

/** A report as the commune files it: every figure of it is one of the body's. */
export function composeReport(report: ReportPaper, setting: ReportSetting): Paper {
  const { body } = report;
  const sentOn = sentDayOf(report);
  const face = faceOfCommune(body.header, sentOn ?? body.period.lastDay);
  const sender = senderOf(body);
  const period = words.period(body.period);
  const annexes = annexesOf(body, setting.kinds);
  return {
    ...face,
    letterhead: face.letterhead && {
      ...face.letterhead,
      superiorBody: body.header.issuingBody,
      issuingBody: sender,
    },
    number: body.subject.is === "commune" ? paperWords.number(`${words.typeSymbol}-${symbolOf(body)}`) : null,
    // The day of a draft is written when it is signed.
    placeAndDate:
      sentOn === null
        ? paperWords.placeAndBlank(body.header.place, partsOf(body.period.lastDay).year)
        : face.placeAndDate,
    type: words.type,
    subject: subjectOf(body, period),
    attachedTo: null,
    bases: [],
    addressees: { word: paperWords.addressees, names: addresseesOf(body) },
    blocks: [
      {
        is: "paragraph",
        text: words.opening(sender, words.reports, words.days(body.period.firstDay, body.period.lastDay)),
      },
      ...composeReportText(report),
      { is: "paragraph", text: words.closing(sender) },
    ],
    foot: {
      ...face.foot,
      // Of the commune's own papers; what a team sends goes to those it is addressed to.
      recipients: body.subject.is === "commune" ? face.foot.recipients : words.recipients,
      signers: [signerOfReport(report)],
    },
    annexes: annexes.map((annex, index) => ({
      ...annex,
      title: annexes.length === 1 ? paperWords.annex : paperWords.annexOf(ROMAN[index] ?? String(index + 1)),
    })),
    check: {
      line: words.checkLine(report.sha256, sealOf(body), body.figures.readAt),
      link: setting.checkLink,
      hint: words.checkHint,
    },
    isAcross: false,
  };
}

/** J06: the text alone, for the report of another field that it becomes a part of. */
export function composeFragment(report: ReportPaper, setting: ReportSetting): Paper {
  const whole = composeReport(report, setting);
  return {
    ...whole,
    letterhead: null,
    number: null,
    addressees: null,
    blocks: composeReportText(report),
    foot: { recipientsTitle: "", recipients: [], signers: [] },
    check: whole.check && { ...whole.check, link: null },
  };
}

/** The parts with their Roman numbers; what nothing is said of has none. */
function composeReportText({ body, state }: ReportPaper): PaperBlock[] {
  const parts: { readonly title: string; readonly blocks: readonly PaperBlock[] }[] = [
    { title: words.organisation.title, blocks: organisationOf(body) },
    { title: words.results.title, blocks: composeResults(body) },
    {
      title: words.sections.difficulties,
      blocks: [
        ...composeSection(body.sections.difficulties, body.carriedOver?.sections.difficulties ?? null),
        ...composeDifficulties(body.difficulties),
      ],
    },
    {
      title: words.sections.proposals,
      blocks: composeSection(body.sections.proposals, body.carriedOver?.sections.proposals ?? null),
    },
    { title: words.sections.plan, blocks: composeSection(body.sections.plan, null) },
    { title: words.sections.remarks, blocks: composeSection(body.sections.remarks, null) },
  ];
  const said = parts.filter(({ blocks }) => blocks.length > 0);
  return [
    ...(state === "draft" && !body.figures.isFrozen
      ? [{ is: "paragraph", text: words.draft, look: "italic" } as const]
      : []),
    ...said.flatMap(({ title, blocks }, index): PaperBlock[] => [
      { is: "heading", level: 1, text: `${ROMAN[index]}. ${title}` },
      ...blocks,
    ]),
  ];
}

function organisationOf({ roster, rosterOn, work, teams, subject, commune }: ReportBody): PaperBlock[] {
  if (work === null) return [];
  const { organisation } = words;
  const place = words.commune[commune.kind];
  const lines = [
    ...(subject.is === "commune" ? [organisation.teams(teams.length, place, commune.words.team)] : []),
    organisation.roster(roster.members, roster.women, rosterOn),
    ...(roster.guests > 0 ? [organisation.guests(roster.guests)] : []),
    ...(roster.active === null ? [] : [organisation.active(roster.active)]),
  ];
  return lines.map((text) => ({ is: "paragraph", text }));
}

function annexesOf(body: ReportBody, kinds: KindNames): Omit<PaperAnnex, "title">[] {
  const attachedTo = words.annexes.attached(body.period.lastDay);
  const village = body.commune.words.village;
  const tables = [
    ...(body.villages.length > 0
      ? [
          {
            subject: words.annexes.villages(village),
            table: composeVillagesTable(body),
            note: words.annexes.totalNote,
          },
        ]
      : []),
    ...(body.work !== null && body.work.claims > 0
      ? [
          {
            subject: words.annexes.kinds,
            table: composeKindsTable(body.work, kinds),
            note: words.annexes.totalNote,
          },
        ]
      : []),
    ...(body.teams.length > 0 || body.units.length > 0
      ? [{ subject: words.annexes.reports, table: composeReportsTable(body), note: null }]
      : []),
  ];
  return tables.map(({ subject, table, note }) => ({
    subject,
    attachedTo,
    isAcross: true,
    blocks: [
      { is: "table", table },
      ...(note === null ? [] : [{ is: "paragraph", text: note, look: "italic" } as const]),
    ],
  }));
}

function subjectOf({ request, commune }: ReportBody, period: string): string {
  return request?.title ?? words.subject(commune.words.team, period);
}

/** The team, the unit, or the office that adds them up. */
export function senderOf({ subject, commune }: ReportBody): string {
  return subject.is === "commune" ? commune.words.office : subject.name;
}

function addresseesOf({ subject, commune, header }: ReportBody): string[] {
  return subject.is === "commune" ? [header.issuingBody] : [header.issuingBody, commune.words.office];
}

/** "VHXH" of "VHXH" or of a whole "12/BC-VHXH". */
export function symbolOf({ header }: ReportBody): string {
  return header.officeSymbol.split(/[-/]/).at(-1)?.trim() || header.officeSymbol;
}

function signerOfReport({ body, route }: ReportPaper): PaperSigner {
  const sent = route.findLast(({ act }) => act === "sent");
  const name = sent ? (sent.signedBy ?? sent.byName) : null;
  switch (body.subject.is) {
    case "team":
      return signerOf([words.leaderTitle], name);
    case "unit":
      return signerOf([words.headTitle], name);
    case "commune":
      return signerOf([words.officeHead(body.commune.words.office)]);
  }
}

/** A report is of the day it was sent; null while it is a draft. */
function sentDayOf({ route }: ReportPaper): LocalDate | null {
  const sent = route.findLast(({ act }: ReportStep) => act === "sent");
  return sent ? localDateAt(sent.at) : null;
}

function sealOf({ period }: ReportBody): string | null {
  return period.months.at(-1)?.sha256 ?? null;
}
