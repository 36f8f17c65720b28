import { findForeignScript } from "./html.ts";
import { type Heard, Hung } from "./visitor.ts";

/** What a run found, and what it counted on the way. */
export class Findings {
  readonly found: string[] = [];
  readonly statuses = new Map<number, number>();
  requests = 0;
  readonly #say: (line: string) => void;

  constructor(say: (line: string) => void = (line) => process.stdout.write(line)) {
    this.#say = say;
  }

  /** Every answer of the house passes here: faults, scripts of strangers, headers somebody wrote into. */
  judge({ status, headers, text }: Heard, what: string): void {
    this.requests += 1;
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    if (status >= 500) this.add(`${status}: ${what}`);
    if (headers["x-injected"] !== undefined || headers["set-cookie"]?.some((line) => line.startsWith("a=b")))
      this.add(`header written by a visitor: ${what}`);
    if (headers["content-type"]?.startsWith("text/html"))
      for (const script of findForeignScript(text)) this.add(`script of a stranger (${script}): ${what}`);
  }

  /** Null where no answer came: a hang counts when it comes twice, a cut connection counts at once. */
  async hear(what: string, ask: () => Promise<Heard>): Promise<Heard | null> {
    for (const isLast of [false, true]) {
      try {
        const heard = await ask();
        this.judge(heard, what);
        return heard;
      } catch (error) {
        if (!(error instanceof Hung)) {
          this.add(`connection lost (${String(error)}): ${what}`);
          return null;
        }
        if (isLast) this.add(`hung: ${what}`);
      }
    }
    return null;
  }

  add(what: string): void {
    this.found.push(what);
    this.#say(`FOUND ${what.slice(0, 400)}\n`);
  }

  countsText(): string {
    const statuses = [...this.statuses]
      .sort(([a], [b]) => a - b)
      .map(([status, times]) => `${status} x ${times}`);
    return `${this.requests} requests: ${statuses.join(", ")}`;
  }
}
