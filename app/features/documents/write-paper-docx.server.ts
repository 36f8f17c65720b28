import {
  AlignmentType,
  Document,
  Footer,
  Header,
  ImageRun,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from "docx";
import type { Letterhead, Paper, PaperAnnex, PaperBlock, PaperSigner } from "#app/domain/documents/paper.ts";
import { CENTRE, FONT, type Look, line, pageOf, rule, sideBySide, textWidth } from "./docx-parts.server.ts";
import { docxTable } from "./docx-table.server.ts";
import { drawQrPng } from "./draw-qr-png.server.ts";

const TITLE: Look = { ...CENTRE, bold: true, size: 28 };
/** 1.27 cm before the first line, 6 points after each paragraph, lines 1.15 apart. */
const INDENT = 720;
const AFTER = 120;
const LINE = 276;
const QR_SIDE_PX = 94;

type Child = Paragraph | Table;

/** The paper as a document that offices go on writing in. */
export async function writePaperDocx(paper: Paper): Promise<Uint8Array> {
  const code = paper.check?.link ? await drawQrPng(paper.check.link) : null;
  const width = textWidth(paper.isAcross);
  const document = new Document({
    creator: "",
    title: `${paper.type} ${paper.subject}`,
    styles: { default: { document: { run: { font: FONT, size: 28 } } } },
    sections: [
      sectionOf(paper, paper.isAcross, [
        ...headOf(paper, width),
        ...addresseesOf(paper),
        ...basesOf(paper.bases),
        ...blocksOf(paper.blocks, width),
        line("", { size: 12 }),
        ...footOf(paper, width, checkOf(paper, code)),
      ]),
      ...paper.annexes.map((annex) => sectionOf(paper, annex.isAcross, annexOf(annex))),
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Each part numbers its own pages in the middle of the upper margin, from the second on. */
function sectionOf(paper: Paper, isAcross: boolean, children: Child[]): ISectionOptions {
  const footer = new Footer({
    children: [line(paper.check?.line ?? "", { ...CENTRE, size: 16 })],
  });
  return {
    properties: { page: { ...pageOf(isAcross), pageNumbers: { start: 1 } }, titlePage: true },
    headers: {
      first: new Header({ children: [new Paragraph("")] }),
      default: new Header({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ font: FONT, size: 26, children: [PageNumber.CURRENT] })],
          }),
        ],
      }),
    },
    footers: { first: footer, default: footer },
    children,
  };
}

function headOf(paper: Paper, width: number): Child[] {
  if (paper.letterhead === null) return [];
  return [
    letterheadOf(paper, paper.letterhead, width),
    line("", { size: 12 }),
    line(paper.type.toLocaleUpperCase("vi"), TITLE),
    line(paper.subject, TITLE),
    ...(paper.attachedTo === null ? [] : [line(paper.attachedTo, { ...CENTRE, italics: true })]),
    rule(width, 200),
  ];
}

function letterheadOf({ number, placeAndDate }: Paper, letterhead: Letterhead, width: number): Table {
  const [left, right] = [Math.round(width * 0.42), Math.round(width * 0.58)];
  return sideBySide([
    {
      width: left,
      children: [
        ...(letterhead.superiorBody
          ? [line(letterhead.superiorBody.toLocaleUpperCase("vi"), { ...CENTRE, size: 24 })]
          : []),
        line(letterhead.issuingBody.toLocaleUpperCase("vi"), { ...CENTRE, size: 24, bold: true }),
        rule(left),
        ...(number === null ? [] : [line(number, { ...CENTRE, size: 26 })]),
      ],
    },
    {
      width: right,
      children: [
        line(letterhead.country.toLocaleUpperCase("vi"), { ...CENTRE, size: 24, bold: true }),
        line(letterhead.motto, { ...CENTRE, size: 26, bold: true, isRuled: true, after: 80 }),
        ...(placeAndDate === null ? [] : [line(placeAndDate, { ...CENTRE, size: 26, italics: true })]),
      ],
    },
  ]);
}

function addresseesOf({ addressees }: Paper): Paragraph[] {
  if (addressees === null) return [];
  const [only, ...others] = addressees.names;
  if (only !== undefined && others.length === 0)
    return [line(`${addressees.word} ${only}`, { ...CENTRE, size: 28, after: 200 })];
  return [
    line(addressees.word, { size: 28 }, { indent: { left: INDENT * 2 } }),
    ...addressees.names.map((name, index) =>
      line(`- ${name}${endOf(index, addressees.names)}`, { size: 28 }, { indent: { left: INDENT * 3 } }),
    ),
    line("", { size: 12 }),
  ];
}

function basesOf(bases: readonly string[]): Paragraph[] {
  return bases.map((text, index) => bodyLine(`${text}${endOf(index, bases)}`, { italics: true }));
}

/** ";" between the lines of a list, "." after its last. */
function endOf(index: number, lines: readonly unknown[]): string {
  return index === lines.length - 1 ? "." : ";";
}

function bodyLine(text: string, look: Look = {}): Paragraph {
  return line(
    text,
    { size: 28, align: AlignmentType.JUSTIFIED, ...look },
    { indent: { firstLine: INDENT }, spacing: { after: AFTER, line: LINE } },
  );
}

function blocksOf(blocks: readonly PaperBlock[], width: number): Child[] {
  return blocks.flatMap((block) => blockOf(block, width));
}

function blockOf(block: PaperBlock, width: number): Child[] {
  switch (block.is) {
    case "heading":
      return [bodyLine(block.text, { bold: block.level < 3, italics: block.level === 3, isKept: true })];
    case "paragraph":
      return block.look === "centred" || block.look === "centred-bold"
        ? [line(block.text, { ...CENTRE, size: 28, after: AFTER, bold: block.look === "centred-bold" })]
        : [
            bodyLine(block.text, {
              italics: block.look === "italic",
              bold: block.look === "bold",
              ...(block.lead === undefined ? {} : { lead: block.lead }),
            }),
          ];
    case "list":
      return block.items.map((item) => bodyLine(`- ${item}`));
    case "table":
      return [
        ...(block.table.caption === null
          ? []
          : [line(block.table.caption, { ...CENTRE, bold: true, before: 60, after: 80, isKept: true })]),
        docxTable(block.table, width),
        line("", { size: 12, after: 60 }),
      ];
  }
}

function signatureOf({ lines, hint, name }: PaperSigner): Paragraph[] {
  const bold = { ...CENTRE, bold: true, size: 28 };
  return [
    ...lines.map((text) => line(text.toLocaleUpperCase("vi"), bold)),
    ...(hint === null ? [] : [line(hint, { ...CENTRE, italics: true, size: 24 })]),
    // Room for a signature and a seal.
    line("", { after: 1_200 }),
    ...(name === null ? [] : [line(name, bold)]),
  ];
}

function footOf({ foot }: Paper, width: number, check: Paragraph[]): Child[] {
  const half = Math.round(width / 2);
  const recipients = [
    ...(foot.recipients.length > 0
      ? [line(foot.recipientsTitle, { bold: true, italics: true, size: 24 })]
      : []),
    ...foot.recipients.map((text, index) => line(`- ${text}${endOf(index, foot.recipients)}`, { size: 22 })),
    ...check,
  ];
  const [first, second] = foot.signers;
  if (!first) return recipients;
  if (!second)
    return [
      sideBySide([
        { width: half, children: recipients.length > 0 ? recipients : [line("")] },
        { width: half, children: signatureOf(first) },
      ]),
    ];
  return [
    sideBySide([
      { width: half, children: signatureOf(first) },
      { width: half, children: signatureOf(second) },
    ]),
    ...recipients,
  ];
}

function checkOf({ check }: Paper, code: Buffer | null): Paragraph[] {
  if (check === null || code === null) return [];
  return [
    new Paragraph({
      spacing: { before: 200 },
      keepNext: true,
      children: [
        new ImageRun({
          type: "png",
          data: code,
          transformation: { width: QR_SIDE_PX, height: QR_SIDE_PX },
          altText: { name: "QR", title: check.hint, description: check.link ?? "" },
        }),
      ],
    }),
    line(check.hint, { size: 18, italics: true }),
  ];
}

function annexOf(annex: PaperAnnex): Child[] {
  const width = textWidth(annex.isAcross);
  return [
    line(annex.title, TITLE),
    line(annex.subject.toLocaleUpperCase("vi"), TITLE),
    ...(annex.attachedTo === null ? [] : [line(annex.attachedTo, { ...CENTRE, italics: true })]),
    rule(width, 200),
    ...blocksOf(annex.blocks, width),
  ];
}
