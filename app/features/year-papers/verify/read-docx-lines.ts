import { strFromU8, unzipSync } from "fflate";
import { type FileLine, type FileReading, plainText } from "./file-line.ts";

/** Of a paragraph: its end, its texts, and what stands for a space. Struck out words (w:del) are no text. */
const TOKEN = /<\/w:p>|<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(?:tab|br|cr|noBreakHyphen)\b[^>]*\/>/g;
const PICTURE = /<(?:w:drawing|w:pict|w:object)\b/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

/** Every paragraph of a document in its order, cells of tables among them; then its headers and footers. */
export function readDocxLines(bytes: Uint8Array): FileReading {
  const parts = unzipSync(bytes, { filter: ({ name }) => isText(name) });
  const names = Object.keys(parts).sort(
    (left, right) => rankOf(left) - rankOf(right) || (left < right ? -1 : 1),
  );
  if (!names.includes("word/document.xml")) throw new Error("no document in the file");
  const lines: FileLine[] = [];
  const feet = new Set<string>();
  let pictures = 0;
  for (const name of names) {
    const xml = strFromU8(parts[name] ?? new Uint8Array());
    pictures += xml.match(PICTURE)?.length ?? 0;
    const isBody = name === "word/document.xml";
    for (const line of paragraphsOf(xml, isBody ? "đoạn" : "đầu, chân trang")) {
      // The same foot stands in as many parts as there are sections.
      if (!isBody && feet.has(line.text)) continue;
      if (!isBody) feet.add(line.text);
      lines.push(line);
    }
  }
  return { lines, pictures };
}

function isText(name: string): boolean {
  return /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/.test(name);
}

function rankOf(name: string): number {
  return name === "word/document.xml" ? 0 : 1;
}

function paragraphsOf(xml: string, place: string): FileLine[] {
  const lines: FileLine[] = [];
  let [text, count] = ["", 0];
  for (const [token, said] of xml.matchAll(TOKEN)) {
    if (said !== undefined) text += decode(said);
    else if (token !== "</w:p>") text += " ";
    else {
      count += 1;
      const plain = plainText(text);
      if (plain !== "") lines.push({ at: `${place} ${count}`, text: plain });
      text = "";
    }
  }
  return lines;
}

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal ? String.fromCodePoint(Number(decimal)) : (ENTITIES[name] ?? whole);
  });
}
