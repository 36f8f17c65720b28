import { type FileLine, type FileReading, plainText } from "./file-line.ts";
import { PdfObjects } from "./pdf-objects.server.ts";

/** Codes of two bytes and the letters they show. */
type Letters = ReadonlyMap<number, string>;

/**
 * What a PDF shows as text, page by page and piece by piece, read from the letters themselves and not from what the file
 * says of them. Read are papers that this house wrote, and such as were written again by another program.
 */
export function readPdfLines(bytes: Uint8Array): FileReading {
  const objects = new PdfObjects(bytes);
  const pages = pagesOf(objects);
  const letters = new Map<number, Letters>();
  const lines: FileLine[] = [];
  let pictures = 0;
  for (const [index, page] of pages.entries()) {
    const resources = objects.value(page, "Resources");
    const fonts = fontsOf(objects, objects.value(resources, "Font"), letters);
    const content = contentOf(objects, page);
    pictures += content.match(/\/[A-Za-z0-9]+\s+Do\b/g)?.length ?? 0;
    for (const [count, text] of textsOf(content, fonts).entries())
      lines.push({ at: `trang ${index + 1}, mục ${count + 1}`, text });
  }
  return { lines, pictures };
}

function pagesOf(objects: PdfObjects): string[] {
  const roots = [...objects.bodies()].filter(([, body]) => /\/Type\s*\/Catalog\b/.test(body));
  const root = roots.at(-1)?.[1] ?? "";
  const seen = new Set<number>();
  const walk = (node: string): string[] => {
    if (!/\/Kids\b/.test(node)) return [node];
    return objects
      .references(objects.value(node, "Kids"))
      .filter((number) => !seen.has(number) && seen.add(number))
      .flatMap((number) => walk(objects.body(number)));
  };
  return walk(objects.value(root, "Pages"));
}

function contentOf(objects: PdfObjects, page: string): string {
  const at = /\/Contents\s*(\[[^\]]*\]|\d+\s+\d+\s+R)/.exec(page);
  return objects
    .references(at?.[1] ?? "")
    .map((number) => objects.stream(objects.body(number))?.toString("latin1") ?? "")
    .join("\n");
}

function fontsOf(objects: PdfObjects, fonts: string, known: Map<number, Letters>): Map<string, Letters> {
  return new Map(
    [...fonts.matchAll(/\/([^\s/<>[\]()]+)\s+(\d+)\s+\d+\s+R\b/g)].map(([, name = "", reference]) => {
      const number = Number(reference);
      const found = known.get(number) ?? lettersOf(objects, objects.body(number));
      known.set(number, found);
      return [name, found];
    }),
  );
}

function lettersOf(objects: PdfObjects, font: string): Letters {
  const map = objects.stream(objects.value(font, "ToUnicode"))?.toString("latin1") ?? "";
  const letters = new Map<number, string>();
  for (const [, block = ""] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = "", shown = ""] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>/g))
      letters.set(Number.parseInt(code, 16), utf16(shown));
  for (const [, block = ""] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = "", to = "", shown = ""] of block.matchAll(
      /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g,
    ))
      for (
        let code = Number.parseInt(from, 16), step = 0;
        code <= Number.parseInt(to, 16) && step < 65_536;
        code += 1, step += 1
      )
        letters.set(code, String.fromCodePoint(Number.parseInt(shown, 16) + step));
  return letters;
}

function utf16(hex: string): string {
  return Buffer.from(hex.padStart(Math.ceil(hex.length / 4) * 4, "0"), "hex")
    .swap16()
    .toString("utf16le");
}

const TOKEN =
  /\/([^\s/<>[\]()]+)\s+-?[\d.]+\s+Tf\b|<([0-9A-Fa-f\s]*)>|(\()|\b(?:ET|Tm|Td|TD|T\*)(?=\s)|<<|>>/g;

/** A run of letters between two moves to another line, in the order in which they are drawn. */
function textsOf(content: string, fonts: ReadonlyMap<string, Letters>): string[] {
  const texts: string[] = [];
  const token = new RegExp(TOKEN);
  let letters: Letters = new Map();
  let text = "";
  const flush = () => {
    const plain = plainText(text);
    if (plain !== "") texts.push(plain);
    text = "";
  };
  for (let match = token.exec(content); match; match = token.exec(content)) {
    const [whole, font, hex, literal] = match;
    if (font !== undefined) letters = fonts.get(font) ?? new Map();
    else if (hex !== undefined) text += shown(Buffer.from(hex.replace(/\s/g, ""), "hex"), letters);
    else if (literal !== undefined) {
      const end = endOfLiteral(content, token.lastIndex);
      text += shown(literalBytes(content.slice(token.lastIndex, end)), letters);
      token.lastIndex = end + 1;
    } else if (!whole.includes("<") && !whole.includes(">")) flush();
  }
  flush();
  return texts;
}

/** Brackets in pairs stand in a literal as they are (ISO 32000-1, 7.3.4.2). */
function endOfLiteral(content: string, from: number): number {
  let depth = 1;
  for (let index = from; index < content.length; index += 1) {
    const sign = content[index];
    if (sign === "\\") index += 1;
    else if (sign === "(") depth += 1;
    else if (sign === ")") depth -= 1;
    if (depth === 0) return index;
  }
  return content.length;
}

/** A code without a letter is shown as its number: it never falls out of what is compared. */
function shown(bytes: Buffer, letters: Letters): string {
  let text = "";
  for (let index = 0; index + 1 < bytes.length; index += 2) {
    const code = bytes.readUInt16BE(index);
    text += letters.get(code) ?? `[${code}]`;
  }
  return text;
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function literalBytes(literal: string): Buffer {
  const text = literal.replace(/\\(\r\n|[0-7]{1,3}|[\s\S])/g, (_, sign: string) => {
    if (/^[0-7]/.test(sign)) return String.fromCharCode(Number.parseInt(sign, 8) & 255);
    return /^[\r\n]/.test(sign) ? "" : (ESCAPES[sign] ?? sign);
  });
  return Buffer.from(text, "latin1");
}
