/** Just enough of HTML for pages that a server draws: tags, attributes and the text between, as a browser reads them. */
export interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  /** Text up to the next tag. */
  readonly text: string;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};
/** Their content is text, whatever it looks like. */
const RAW = new Set(["script", "style", "textarea", "title"]);
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/g;
const ATTRIBUTE = /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

export function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}

export function readTags(html: string): Tag[] {
  const tags: Tag[] = [];
  const pattern = new RegExp(TAG);
  for (let match = pattern.exec(html); match !== null; match = pattern.exec(html)) {
    const [, slash = "", rawName = "", rawAttributes = ""] = match;
    const name = rawName.toLowerCase();
    let end = html.indexOf("<", pattern.lastIndex);
    if (slash === "" && RAW.has(name)) {
      const close = new RegExp(`</${name}`, "gi");
      close.lastIndex = pattern.lastIndex;
      end = close.exec(html)?.index ?? html.length;
    }
    if (end < 0) end = html.length;
    const text = html.slice(pattern.lastIndex, end);
    pattern.lastIndex = end;
    tags.push({ name, isEnd: slash !== "", attributes: readAttributes(rawAttributes), text });
  }
  return tags;
}

function readAttributes(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", double, single, bare] of text.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, decodeEntities(double ?? single ?? bare ?? ""));
  }
  return found;
}

/** What a page would run that no page of ours ever holds; empty when it is clean. */
export function findForeignScript(html: string): string[] {
  return readTags(html).flatMap(({ name, isEnd, attributes }) => {
    const found: string[] = [];
    for (const [key, value] of attributes) {
      if (/^on[a-z]+$/.test(key)) found.push(`${name} ${key}=${value.slice(0, 60)}`);
      const address = value.replace(/[\s\p{Control}]/gu, "");
      if (
        /^(?:href|src|action|formaction|srcdoc|data)$/.test(key) &&
        /^(?:javascript|vbscript):|^data:text/i.test(address)
      )
        found.push(`${name} ${key}=${value.slice(0, 60)}`);
    }
    const isScript = name === "script" && !isEnd && attributes.size === 0;
    if (isScript || ["iframe", "object", "embed", "base", "math"].includes(name)) found.push(`<${name}>`);
    return found;
  });
}
