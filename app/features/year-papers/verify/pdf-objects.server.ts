import { inflateSync } from "node:zlib";

const LARGEST_STREAM = 64 * 1024 * 1024;

/** The objects of a PDF by their number, each as Latin-1 text: as many signs as bytes. A later one takes the place of an earlier. */
export class PdfObjects {
  readonly #objects = new Map<number, string>();

  constructor(bytes: Uint8Array) {
    const text = Buffer.from(bytes).toString("latin1");
    const start = /(?:^|[\s>])(\d{1,9})\s+\d{1,5}\s+obj\b/g;
    for (let match = start.exec(text); match; match = start.exec(text)) {
      const from = match.index + match[0].length;
      const end = endOfObject(text, from);
      this.#objects.set(Number(match[1]), text.slice(from, end));
      start.lastIndex = end;
    }
    for (const body of [...this.#objects.values()]) if (/\/Type\s*\/ObjStm\b/.test(body)) this.#unpack(body);
  }

  /** Everything an object says, a stream's bytes among it; empty for one that is not there. */
  body(number: number): string {
    return this.#objects.get(number) ?? "";
  }

  bodies(): IterableIterator<[number, string]> {
    return this.#objects.entries();
  }

  /** The value of a key of a dictionary, where it points elsewhere what stands there. */
  value(dictionary: string, key: string): string {
    const at = new RegExp(`/${key}(?![A-Za-z0-9])\\s*`).exec(dictionary);
    if (at === null) return "";
    const rest = dictionary.slice(at.index + at[0].length);
    const reference = /^(\d+)\s+\d+\s+R\b/.exec(rest);
    return reference ? this.body(Number(reference[1])) : valueAt(rest);
  }

  /** The objects a value points at, in their order. */
  references(value: string): number[] {
    return [...value.matchAll(/(\d+)\s+\d+\s+R\b/g)].map(([, number]) => Number(number));
  }

  /** What a stream holds; null where it is packed in a way papers never are. */
  stream(body: string): Buffer | null {
    const start = /stream\r?\n/.exec(body);
    if (start === null) return null;
    const from = start.index + start[0].length;
    const length = Number(this.value(body.slice(0, start.index), "Length").trim());
    const end = Number.isInteger(length) && length > 0 ? from + length : body.lastIndexOf("endstream");
    const raw = Buffer.from(body.slice(from, end), "latin1");
    const head = body.slice(0, start.index);
    if (!head.includes("/Filter")) return raw;
    if (!/\/Filter\s*(?:\[\s*)?\/FlateDecode\s*(?:\]|\/|>|\r|\n|\s)/.test(head)) return null;
    try {
      return inflateSync(raw, { maxOutputLength: LARGEST_STREAM });
    } catch {
      return null;
    }
  }

  #unpack(body: string): void {
    const packed = this.stream(body)?.toString("latin1");
    const first = Number(this.value(body, "First").trim());
    if (packed === undefined || !Number.isInteger(first)) return;
    const numbers = packed.slice(0, first).trim().split(/\s+/).map(Number);
    for (let index = 0; index + 1 < numbers.length; index += 2) {
      const [number = 0, offset = 0] = numbers.slice(index, index + 2);
      const next = numbers[index + 3];
      this.#objects.set(number, packed.slice(first + offset, next === undefined ? undefined : first + next));
    }
  }
}

/** A stream's bytes may say "endobj" themselves: its length tells where it ends. */
function endOfObject(text: string, from: number): number {
  const stream = text.indexOf("stream", from);
  const plain = text.indexOf("endobj", from);
  if (stream < 0 || plain < stream) return plain < 0 ? text.length : plain;
  const end = text.indexOf("endstream", stream + 6);
  const after = end < 0 ? -1 : text.indexOf("endobj", end);
  return after < 0 ? text.length : after;
}

/** A dictionary, a list or one word from the start of a text. */
function valueAt(text: string): string {
  const [open, close] = text.startsWith("<<") ? ["<<", ">>"] : text.startsWith("[") ? ["[", "]"] : ["", ""];
  if (open === "" || open === undefined || close === undefined)
    return /^\/?[^\s/<>[\]()]*/.exec(text)?.[0] ?? "";
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text.startsWith(open, index)) {
      depth += 1;
      index += open.length - 1;
    } else if (text.startsWith(close, index)) {
      depth -= 1;
      index += close.length - 1;
      if (depth === 0) return text.slice(0, index + 1);
    }
  }
  return text;
}
