import { strFromU8, unzipSync } from "fflate";

type Rows = readonly (readonly string[])[];

/** The rows of every table of a letter, as a reader sees them. Read apart from the program that wrote it. */
export function rowsOfLetter(bytes: Uint8Array): Rows {
  const xml = strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
  return [...xml.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => withoutTags(cell)),
  );
}

/** The rows of every sheet of a workbook, one sheet after the other; a figure is written as a machine writes it. */
export function rowsOfWorkbook(bytes: Uint8Array): Rows {
  const parts = unzipSync(bytes);
  const read = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const texts = [...read("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map(([item]) =>
    withoutTags(item),
  );
  const sheets = Object.keys(parts).filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
  return sheets
    .sort()
    .flatMap((name) => [...read(name).matchAll(/<row .*?<\/row>/gs)])
    .map(([row]) =>
      [...row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes = "", content = ""]) =>
        / t="s"/.test(attributes) ? (texts[Number(withoutTags(content))] ?? "") : withoutTags(content),
      ),
    );
}

function withoutTags(xml: string): string {
  return xml.replace(/<[^>]+>/g, "").trim();
}
