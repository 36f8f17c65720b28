import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Paper, PaperBlock, PaperSigner } from "#app/domain/documents/paper.ts";
import type { Nominee, NomineeKind, PaperSetting, ReviewFacts } from "#app/domain/year-papers/paper-facts.ts";
import { NOMINEE_KINDS } from "#app/domain/year-papers/paper-facts.ts";
import { faceOfCommune } from "#app/features/documents/paper-face.ts";
import { paperWords } from "#app/messages/paper-words.ts";
import { yearPaper as words } from "#app/messages/year-paper-words.ts";

/** Number and day of a paper, where the person who issues it knows them; else they are left open to write. */
export interface Filing {
  readonly number: string | null;
  readonly day: LocalDate | null;
}

/** Who the paper comes from: the committee itself, or its office under the committee's name. */
type Sender = "committee" | "office" | "council";

interface FaceWish {
  readonly sender: Sender;
  /** "TTr-VHXH"; null bears no number. */
  readonly symbol: string | null;
  readonly signers: readonly PaperSigner[];
  readonly recipients: readonly string[];
  /** Minutes say when and where in their text. */
  readonly saysDay: boolean;
}

type Face = Omit<Paper, "type" | "subject" | "blocks" | "annexes">;

/** What stands around every paper of the year; the line it is checked by comes when it is issued. */
export function faceOf(
  { header, commune }: PaperSetting,
  { year }: ReviewFacts,
  filing: Filing,
  wish: FaceWish,
): Face {
  const face = faceOfCommune(header, filing.day ?? (`${year}-12-31` as LocalDate));
  const place = words.place(commune.kind, commune.name);
  const above = words.shortBody(header.issuingBody, place);
  const bodies = {
    committee: [header.superiorBody, words.unbrokenBody(header.issuingBody, place)],
    office: [above, header.office],
    council: [above, words.councilShort],
  }[wish.sender];
  return {
    letterhead: face.letterhead && {
      ...face.letterhead,
      superiorBody: bodies[0] ?? "",
      issuingBody: bodies[1] ?? "",
    },
    number:
      wish.symbol === null
        ? null
        : filing.number === null
          ? paperWords.number(wish.symbol)
          : words.numbered(filing.number),
    placeAndDate: wish.saysDay
      ? filing.day === null
        ? paperWords.placeAndBlank(header.place, year)
        : paperWords.placeAndDate(header.place, filing.day)
      : null,
    attachedTo: null,
    bases: [],
    addressees: null,
    foot: {
      recipientsTitle: paperWords.recipientsTitle,
      recipients: wish.recipients,
      signers: wish.signers,
    },
    check: null,
    isAcross: false,
  };
}

/** "VHXH" of "VHXH" or of a whole "12/BC-VHXH". */
export function officeSymbol({ header }: PaperSetting): string {
  return header.officeSymbol.split(/[-/]/).at(-1)?.trim() || header.officeSymbol;
}

export function countKinds(nominees: readonly { readonly kind: NomineeKind }[]): Record<NomineeKind, number> {
  const counts = { collective: 0, individual: 0, household: 0 };
  for (const { kind } of nominees) counts[kind] += 1;
  return counts;
}

/** Nominees of one kind and one sum of money together, so that sums can be read and added by hand. */
export function moneyGroups(nominees: readonly Nominee[]) {
  return NOMINEE_KINDS.flatMap((kind) => {
    const paid = nominees.filter((nominee) => nominee.kind === kind && nominee.money !== null);
    const sums = [...new Set(paid.map(({ money }) => `${money?.dong}/${money?.permille}`))];
    return sums.flatMap((sum) => {
      const group = paid.filter(({ money }) => `${money?.dong}/${money?.permille}` === sum);
      const money = group[0]?.money;
      return money ? [{ kind, count: group.length, money }] : [];
    });
  });
}

export function moneyTotal(nominees: readonly Nominee[]): number {
  return nominees.reduce((sum, { money }) => sum + (money?.dong ?? 0), 0);
}

export function paragraph(text: string): PaperBlock {
  return { is: "paragraph", text };
}

export function reasons(
  title: string,
  lines: readonly { readonly name: string; readonly reason: string }[],
): PaperBlock[] {
  if (lines.length === 0) return [];
  return [
    paragraph(title),
    { is: "list", items: lines.map(({ name, reason }) => words.submission.because(name, reason)) },
  ];
}
