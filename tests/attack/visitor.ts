import http from "node:http";

export interface Heard {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
  readonly ms: number;
}

interface Saying {
  readonly method?: string;
  readonly path: string;
  readonly body?: string | Uint8Array;
  readonly type?: string;
}

/** Longer than this counts as hung. */
const HUNG_MS = 10_000;

export class Hung extends Error {}

/** A browser's manners without a browser: cookies, Origin, one connection after the other. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  /** Whoever sends a file that takes an eternity to read waits longer; others may not wait for them. */
  patienceMs = HUNG_MS;
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: 8 });
  readonly #base: URL;

  constructor(
    readonly origin: string,
    readonly label: string,
  ) {
    this.#base = new URL(origin);
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  close(): void {
    this.#agent.destroy();
  }

  get(path: string): Promise<Heard> {
    return this.say({ path });
  }

  send(path: string, fields: readonly (readonly [string, string])[]): Promise<Heard> {
    const body = fields.map(([name, value]) => `${encodeField(name)}=${encodeField(value)}`).join("&");
    return this.say({ method: "POST", path, body, type: "application/x-www-form-urlencoded" });
  }

  say({ method = "GET", path, body, type }: Saying): Promise<Heard> {
    const startedMs = performance.now();
    return new Promise((resolve, reject) => {
      const request = http.request({
        host: this.#base.hostname,
        port: this.#base.port,
        agent: this.#agent,
        method,
        path,
        headers: {
          Host: this.#base.host,
          Accept: "text/html,*/*",
          "Accept-Language": "vi",
          ...(this.cookies.size === 0 ? {} : { Cookie: this.cookie }),
          ...(body === undefined
            ? {}
            : {
                Origin: this.origin,
                "Sec-Fetch-Site": "same-origin",
                "Content-Type": type ?? "application/octet-stream",
                "Content-Length": Buffer.byteLength(body),
              }),
        },
      });
      const limit = setTimeout(() => {
        reject(new Hung(`no whole answer within ${this.patienceMs} ms: ${method} ${path.slice(0, 200)}`));
        request.destroy();
      }, this.patienceMs);
      request.on("error", (error) => {
        clearTimeout(limit);
        reject(error);
      });
      request.on("response", (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          clearTimeout(limit);
          this.#keep(response.headers["set-cookie"] ?? []);
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString("utf8"),
            ms: performance.now() - startedMs,
          });
        });
      });
      request.end(body);
    });
  }

  #keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = ""] = line.split(";");
      const mark = pair.indexOf("=");
      const [name, value] = [pair.slice(0, mark), pair.slice(mark + 1)];
      if (value === "" || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

/** As a browser encodes it; half a surrogate pair goes out as its three bytes, which no browser would do. */
export function encodeField(text: string): string {
  return text.replace(/[\s\S]/gu, (sign) => {
    if (/^[A-Za-z0-9*._-]$/.test(sign)) return sign;
    if (sign === " ") return "+";
    const code = sign.codePointAt(0) ?? 0;
    if (code >= 0xd800 && code <= 0xdfff)
      return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)]
        .map((byte) => `%${byte.toString(16).toUpperCase()}`)
        .join("");
    return [...Buffer.from(sign, "utf8")].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
  });
}
